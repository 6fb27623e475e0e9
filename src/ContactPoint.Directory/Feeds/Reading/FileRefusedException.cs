using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Stops the reading of a file that comes in through streams, which can say no other way why.</summary>
#pragma warning disable CA1032 // Never without the reason.
internal sealed class FileRefusedException(Error error) : Exception(error.Code)
#pragma warning restore CA1032
{
    public Error Error { get; } = error;
}
