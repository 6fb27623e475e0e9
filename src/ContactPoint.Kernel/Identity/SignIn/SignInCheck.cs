using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>What the second step found, all of it, before anything is decided.</summary>
internal sealed record SignInCheck(TakenTry Taken, SignInAccount? Account, IReadOnlySet<FactorClass> Delayed, long? Step)
{
    /// <summary>Everything but the code's single use holds.</summary>
    public bool MayUseCode => Taken.Usable & Taken.Finding.PasswordRight & (Account?.MayWork ?? false) & Delayed.Count == 0 & Account?.Token is not null & Step is not null;

    public bool CountsPassword => Taken.Usable && !Taken.Finding.PasswordRight;

    /// <summary>A code that was used already is no guess, and does not count: a form sent twice must not delay its user.</summary>
    public bool CountsCode => Taken.Usable && Taken.Finding.PasswordRight && Step is null;

    /// <summary>Every true reason of a refusal.</summary>
    public IReadOnlyList<ReasonCode> Reasons()
    {
        var reasons = new List<ReasonCode>();
        Add(!Taken.Usable, SignInReasons.AttemptSpent);
        Add(Account is null, SignInReasons.UnknownUser);
        Add(Account is not null && !Taken.Finding.PasswordRight, SignInReasons.WrongPassword);
        Add(Account is { State: not AccountState.Active }, SignInReasons.NotActive);
        Add(Account is { EvidenceHolds: false }, SignInReasons.EvidenceLapsed);
        Add(Account is { Accredited: false }, SignInReasons.NotAccredited);
        Add(Delayed.Count > 0, SignInReasons.Delayed);
        Add(Account is { Token: null }, SignInReasons.NoToken);
        Add(Account is { Token: not null } && Step is null, SignInReasons.WrongCode);
        Add(MayUseCode, SignInReasons.UsedCode);
        return reasons;

        void Add(bool holds, ReasonCode reason)
        {
            if (holds) reasons.Add(reason);
        }
    }
}
