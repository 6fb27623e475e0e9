using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Involvement;

/// <summary>The true reasons why an involvement was not recorded. They stay in the audit trail; docs/security-model.md explains each.</summary>
internal static class InvolvementReasons
{
    public static readonly ReasonCode PassEnded = new(700, "pass-ended");
    public static readonly ReasonCode NotGranted = new(701, "involvements-not-granted");
    public static readonly ReasonCode Moved = new(702, "record-moved");
    public static readonly ReasonCode NoService = new(703, "service-not-known");
    public static readonly ReasonCode PlacementOnly = new(704, "placement-from-its-own-list-only");
    public static readonly ReasonCode SessionEnded = new(705, "session-ended-since");
    public static readonly ReasonCode ConsentFirst = new(706, "sensitive-service-without-consent");

    public static readonly ReasonCode Closed = new(707, "organisation-closed");

    private static readonly Dictionary<Error, ReasonCode> ByError = new()
    {
        [PassErrors.Ended] = PassEnded,
        [GateErrors.SessionEnded] = SessionEnded,
        [PassErrors.NotGranted] = NotGranted,
        [PassErrors.Moved] = Moved,
        [InvolvementErrors.NoService] = NoService,
        [InvolvementErrors.PlacementOnly] = PlacementOnly,
        [InvolvementErrors.ConsentFirst] = ConsentFirst,
        [InvolvementErrors.Closed] = Closed,
    };

    public static ReasonCode Of(Error error) => ByError[error];
}
