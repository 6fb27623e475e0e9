using System.Runtime.Serialization;

namespace ContactPoint.Shell.StepUp;

/// <summary>A fresh code as posted, with what leads back. Minimal endpoints take the names of fields from DataMember alone.</summary>
internal sealed class StepUpPost
{
    [DataMember(Name = "code")]
    public string? Code { get; init; }

    [DataMember(Name = StepUpEndpoints.ReturnTo)]
    public string? ReturnTo { get; init; }

    [DataMember(Name = StepUpEndpoints.Kept)]
    public string? Kept { get; init; }
}
