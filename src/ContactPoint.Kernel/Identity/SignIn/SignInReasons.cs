using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>The true reasons of a refused sign-in, step-up or ending of a session. They stay in the audit trail; block 500; documented in docs/security-model.md.</summary>
internal static class SignInReasons
{
    public static readonly ReasonCode UnknownUser = new(501, "unknown-user");
    public static readonly ReasonCode WrongPassword = new(502, "wrong-password");
    public static readonly ReasonCode WrongCode = new(503, "wrong-code");
    public static readonly ReasonCode UsedCode = new(504, "used-code");
    public static readonly ReasonCode NoToken = new(505, "no-token");
    public static readonly ReasonCode Delayed = new(506, "delayed-after-failures");
    public static readonly ReasonCode NotActive = new(507, "account-not-active");
    public static readonly ReasonCode EvidenceLapsed = new(508, "evidence-lapsed");
    public static readonly ReasonCode NotAccredited = new(509, "organisation-not-accredited");
    public static readonly ReasonCode AttemptSpent = new(510, "attempt-spent-or-expired");
    public static readonly ReasonCode NotOwnSession = new(511, "not-own-session");
    public static readonly ReasonCode AccountGone = new(512, "account-gone");
}
