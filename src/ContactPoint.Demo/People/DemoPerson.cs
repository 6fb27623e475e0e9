namespace ContactPoint.Demo.People;

/// <summary>Somebody to sign in as.</summary>
public sealed record DemoPerson
{
    /// <summary>The one password of all demo people.</summary>
    public const string Password = "demo only: calm river bridge";

    /// <summary>Name as shown to colleagues.</summary>
    public required string Name { get; init; }

    /// <summary>What the person does, and where.</summary>
    public required string Does { get; init; }

    /// <summary>The name to sign in with.</summary>
    public required string UserName { get; init; }

    /// <summary>The code that the pretend token shows now: six digits, good for one sign-in.</summary>
    public required string Code { get; init; }

    /// <summary>Seconds until the token shows another code.</summary>
    public required int SecondsLeft { get; init; }

    /// <summary>The page to look at first, as a path.</summary>
    public required string FirstPage { get; init; }

    /// <summary>What to try there, in one sentence.</summary>
    public required string Try { get; init; }
}
