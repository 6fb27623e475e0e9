using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>The true reasons of a refused sign-in. They stay in the audit trail; block 400.</summary>
internal static class SignInReasons
{
    public static readonly ReasonCode UnknownUser = new(401, "unknown-user");
    public static readonly ReasonCode WrongPassword = new(402, "wrong-password");
    public static readonly ReasonCode WrongCode = new(403, "wrong-code");
    public static readonly ReasonCode UsedCode = new(404, "used-code");
    public static readonly ReasonCode NoToken = new(405, "no-token");
    public static readonly ReasonCode Delayed = new(406, "delayed-after-failures");
    public static readonly ReasonCode NotActive = new(407, "account-not-active");
    public static readonly ReasonCode EvidenceLapsed = new(408, "evidence-lapsed");
    public static readonly ReasonCode NotAccredited = new(409, "organisation-not-accredited");
    public static readonly ReasonCode AttemptSpent = new(410, "attempt-spent-or-expired");
}
