namespace ContactPoint.Shell.SignIn;

/// <summary>Why a session ended, as far as its owner may be told.</summary>
public enum SignedOutReason
{
    /// <summary>The person signed out.</summary>
    SignedOut,

    /// <summary>Nothing was done for 15 minutes.</summary>
    Idle,

    /// <summary>It was ended from another device, or an administrator ended it or suspended the account.</summary>
    EndedElsewhere,

    /// <summary>It had lasted 12 hours.</summary>
    TooLong,

    /// <summary>It has not ended: only this window was closed, because the session had too many.</summary>
    TooManyWindows,

    /// <summary>It goes on under a newer token: a fresh code was given in another window, and this one was opened before. Never leads to the signed-out page.</summary>
    Renewed,
}
