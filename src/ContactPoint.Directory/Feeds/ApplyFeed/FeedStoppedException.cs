using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>A run cannot go on now and can be taken up later. Never leaves <see cref="FeedRunner"/>.</summary>
#pragma warning disable CA1032 // Carries an error; made and caught here alone.
internal sealed class FeedStoppedException(Error error) : Exception(error.Code)
#pragma warning restore CA1032
{
    public Error Error { get; } = error;
}
