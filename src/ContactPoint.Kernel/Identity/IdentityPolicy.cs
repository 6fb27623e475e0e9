namespace ContactPoint.Kernel.Identity;

/// <summary>The numbers of sign-in and sessions (USR-10; SECURITY's default limits).</summary>
public sealed class IdentityPolicy
{
    /// <summary>Iterations of PBKDF2-HMAC-SHA-512 (ASVS 5.0, appendix C). Older hashes are redone at the next sign-in.</summary>
    public const int PasswordIterations = 210_000;

    /// <summary>The version of the security operating procedures in force.</summary>
    public int ProceduresVersion { get; set; } = 1;

    /// <summary>The version of the user agreement in force.</summary>
    public int AgreementVersion { get; set; } = 1;

    /// <summary>Idle time after which a session ends.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a session lasts at most.</summary>
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Issuer in the <c>otpauth</c> address: what the authenticator app shows above the code.</summary>
    public string TokenIssuer { get; set; } = "ContactPoint";

    internal static TimeSpan TouchInterval { get; } = TimeSpan.FromSeconds(15);

    internal static TimeSpan AttemptLength { get; } = TimeSpan.FromMinutes(5);

    internal const int TriesOfAttempt = 5;

    internal const int FreeFailures = 5;

    internal static TimeSpan FirstDelay { get; } = TimeSpan.FromSeconds(15);

    internal static TimeSpan LongestDelay { get; } = TimeSpan.FromMinutes(15);
}
