using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Sdk.Access.Policy;

/// <summary>The verb that is asked for.</summary>
public enum AccessVerb
{
    /// <summary>Existence, by search.</summary>
    Search = 1,

    /// <summary>Content of one record.</summary>
    Open = 2,

    /// <summary>Existence, by a roster of a closed kind.</summary>
    List = 3,
}

/// <summary>The question a rule answers.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Verb">What for.</param>
/// <param name="Statement">Why, and in which relationship.</param>
/// <param name="At">When.</param>
public sealed record PolicyQuestion(CallerContext Caller, AccessVerb Verb, AccessStatement Statement, DateTimeOffset At);

/// <summary>A part that a rule withholds.</summary>
/// <param name="Part">The part.</param>
/// <param name="Reason">The true reason.</param>
/// <param name="Explanation">What the caller may be told; null withholds in silence.</param>
public sealed record Withholding(PartKey Part, ReasonCode Reason, string? Explanation);

/// <summary>What one rule says of one child.</summary>
public sealed record Verdict
{
    /// <summary>Has nothing against it.</summary>
    public static Verdict NoObjection { get; } = new();

    /// <summary>Set when the child must look as if it did not exist.</summary>
    public ReasonCode? Hides { get; init; }

    /// <summary>The parts withheld.</summary>
    public IReadOnlyList<Withholding> Withholds { get; init; } = [];

    /// <summary>True when every part but identity is withheld in silence, a module's own parts included: what a mask does.</summary>
    public bool WithholdsOthers { get; init; }

    /// <summary>The child must look as if it did not exist.</summary>
    /// <param name="reason">The true reason.</param>
    public static Verdict Hide(ReasonCode reason) => new() { Hides = reason };
}

/// <summary>One rule of the disclosure policy. Every rule is asked about every candidate, and none is asked early or left out.</summary>
/// <remarks>
/// Rules only take away: the decision is the meet of all verdicts, so adding a rule never widens access. A rule that needs
/// the database reads it once for the whole fixed set, absent children included, so that its work tells nothing.
/// </remarks>
public interface IAccessRule
{
    /// <summary>Stable name; part of the policy version.</summary>
    string Name { get; }

    /// <summary>One verdict for each of <paramref name="facts"/>, in their order.</summary>
    /// <param name="question">Who asks what.</param>
    /// <param name="facts">The fixed set.</param>
    /// <param name="unit">The transaction that the decision is part of.</param>
    ValueTask<IReadOnlyList<Verdict>> EvaluateAsync(PolicyQuestion question, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit);
}
