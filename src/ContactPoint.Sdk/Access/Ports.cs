using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Sdk.Access;

/// <summary>Port of the directory: facts for the policy.</summary>
public interface IChildFacts
{
    /// <summary>One answer for each child of the pass, in its order; a child that does not exist is <see cref="ChildFacts.Absent"/>.</summary>
    /// <param name="pass">The fixed set. One statement, whatever exists.</param>
    /// <param name="unit">The transaction of the decision.</param>
    ValueTask<IReadOnlyList<ChildFacts>> ReadAsync(FactsPass pass, IUnitOfWork unit);
}

/// <summary>Port of the directory: proposes candidates for a search and reads them for the gate.</summary>
public interface ICandidateSource
{
    /// <summary>How many candidates are proposed and read for every search, whatever is found.</summary>
    const int FixedCount = 64;

    /// <summary>Proposes children: from memory, and by one look-up of keyed hashes that runs whatever was typed. Nothing proposed is trusted.</summary>
    /// <param name="criteria">What with.</param>
    /// <param name="agency">The caller's agency, for identifiers of its sector.</param>
    /// <param name="cancellation">Cancels the look-up.</param>
    /// <returns>At most <see cref="FixedCount"/> children, best first.</returns>
    /// <remarks>Asked before the unit of the decision, so that no writer waits for it; it reads on a connection of its own.</remarks>
    ValueTask<IReadOnlyList<ChildId>> ProposeAsync(SearchCriteria criteria, Agency agency, CancellationToken cancellation = default);

    /// <summary>Reads, unseals and scores the candidates from the database.</summary>
    /// <param name="criteria">What with.</param>
    /// <param name="agency">The caller's agency.</param>
    /// <param name="pass">The fixed set, padded with ids of nobody.</param>
    /// <param name="unit">The transaction of the decision.</param>
    /// <returns>One candidate for each child of the pass, in its order.</returns>
    ValueTask<IReadOnlyList<Candidate>> ReadAsync(SearchCriteria criteria, Agency agency, FactsPass pass, IUnitOfWork unit);
}

/// <summary>A candidate as read from the database.</summary>
/// <param name="Facts">Facts for the policy.</param>
/// <param name="Match">The match on all keys; null when the row does not match after all, or is not there.</param>
/// <param name="MaskedMatch">The match on the keys that a mask leaves: current names, gender, date of birth, directory number (SEA-5).</param>
/// <param name="Summary">What may be shown, once decided.</param>
public sealed record Candidate(ChildFacts Facts, CandidateMatch? Match, CandidateMatch? MaskedMatch, Undisclosed<ChildSummary> Summary);

/// <summary>How well a candidate matches.</summary>
/// <param name="Score">In bits (log2 likelihood ratio); higher is better.</param>
/// <param name="Reasons">Why, in plain words, strongest first.</param>
public sealed record CandidateMatch(double Score, IReadOnlyList<string> Reasons);

/// <summary>Port of the owner of a roster: its members.</summary>
public interface IRosterSource
{
    /// <summary>The roster it serves.</summary>
    RosterKind Kind { get; }

    /// <summary>Whether the caller's organisation is one that has such a roster. Depends on the caller alone, never on a child; asked before the members.</summary>
    /// <param name="caller">Whose roster.</param>
    /// <param name="unit">The transaction of the decision.</param>
    ValueTask<bool> ServesAsync(CallerContext caller, IUnitOfWork unit) => ValueTask.FromResult(true);

    /// <summary>The children on the roster of this caller, all of them: a cut before the policy would tell of those it hides. From rows without identity.</summary>
    /// <param name="caller">Whose roster.</param>
    /// <param name="request">What was asked for. The page is the gate's to cut.</param>
    /// <param name="unit">The transaction of the decision.</param>
    ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit);
}

/// <summary>Port of the directory: summaries for roster lines.</summary>
public interface ISummarySource
{
    /// <summary>One summary for each child of the pass, in its order; of nobody where the child does not exist.</summary>
    /// <param name="pass">The children.</param>
    /// <param name="unit">The transaction of the decision.</param>
    ValueTask<IReadOnlyList<Undisclosed<ChildSummary>>> ReadAsync(FactsPass pass, IUnitOfWork unit);
}

/// <summary>Port of the owner of a part: reads it under a pass.</summary>
public interface IPartSource
{
    /// <summary>The parts it reads.</summary>
    IReadOnlyCollection<PartKey> Parts { get; }

    /// <summary>Reads one part in one snapshot with the record's version.</summary>
    /// <param name="pass">A pass that grants the part.</param>
    /// <param name="part">Which part.</param>
    /// <param name="unit">A read of its own, after the decision's commit.</param>
    /// <returns>The part and the version; null when the record has none.</returns>
    ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit);
}

/// <summary>A part as read.</summary>
/// <param name="Version">The record's version in the same snapshot.</param>
/// <param name="Value">The part; null when the record holds none.</param>
public sealed record PartReading(long Version, Undisclosed<object?> Value);

/// <summary>Port of the directory for owners of parts: with whom the child of a pass is placed. Bodies, not people.</summary>
public interface IPlacements
{
    /// <summary>The schools where the child is now; none where the pass does not grant <see cref="PartKey.School"/> or has ended.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<IReadOnlyList<Guid>> SchoolsAsync(RecordPass pass, IUnitOfWork unit);
}
