using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections;

/// <summary>The true reasons why a correction was not made. They stay in the audit trail; docs/security-model.md explains each.</summary>
internal static class CorrectionReasons
{
    public static readonly ReasonCode PassEnded = new(720, "pass-ended");
    public static readonly ReasonCode SessionEnded = new(721, "session-ended-since");
    public static readonly ReasonCode NotGranted = new(722, "field-not-granted");
    public static readonly ReasonCode NotResponsible = new(723, "record-of-another-authority");
    public static readonly ReasonCode WrongPurpose = new(724, "purpose-is-not-data-quality");
    public static readonly ReasonCode Moved = new(725, "record-moved");
    public static readonly ReasonCode NotValid = new(726, "correction-not-valid");
    public static readonly ReasonCode NothingNew = new(727, "correction-says-nothing-new");
    public static readonly ReasonCode NoSuchContradiction = new(728, "contradiction-absent");

    private static readonly Dictionary<Error, ReasonCode> ByError = new()
    {
        [PassErrors.Ended] = PassEnded,
        [GateErrors.SessionEnded] = SessionEnded,
        [PassErrors.NotGranted] = NotGranted,
        [CorrectionErrors.NotResponsible] = NotResponsible,
        [CorrectionErrors.WrongPurpose] = WrongPurpose,
        [PassErrors.Moved] = Moved,
        [CorrectionErrors.NoReason] = NotValid,
        [CorrectionErrors.NameNotValid] = NotValid,
        [CorrectionErrors.BirthNotValid] = NotValid,
        [CorrectionErrors.AddressNotValid] = NotValid,
        [CorrectionErrors.NothingNew] = NothingNew,
        [CorrectionErrors.NoSuchContradiction] = NoSuchContradiction,
    };

    public static ReasonCode Of(Error error) => ByError[error];
}
