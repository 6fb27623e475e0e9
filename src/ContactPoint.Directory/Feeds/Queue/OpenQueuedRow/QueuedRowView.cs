using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;

/// <summary>A row beside the children it may mean.</summary>
public sealed record QueuedRowView
{
    /// <summary>The row.</summary>
    public required Guid Row { get; init; }

    /// <summary>The pass that what it says is shown under.</summary>
    public required RowsPass Pass { get; init; }

    /// <summary>Whose file it is from.</summary>
    public required string SourceName { get; init; }

    /// <summary>Its line there.</summary>
    public required int Line { get; init; }

    /// <summary>The day the file speaks for.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>Why it waits, and what to decide.</summary>
    public required string WhatToDo { get; init; }

    /// <summary>What it says.</summary>
    public required Disclosed<RowSays> Says { get; init; }

    /// <summary>Whom it may mean, best first: those whom the caller may see and nobody has ruled out.</summary>
    public required IReadOnlyList<QueueCandidate> Candidates { get; init; }
}

/// <summary>What a row says, as far as a steward needs it: no numbers of a sector and no carers.</summary>
public sealed record RowSays
{
    /// <summary>Name.</summary>
    public required PersonName Name { get; init; }

    /// <summary>Family name borne before.</summary>
    public string? FormerSurname { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>Gender; null when the row says nothing.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Where the child lives; null when the row says nothing.</summary>
    public Address? Address { get; init; }

    /// <summary>First day at the school.</summary>
    public DateOnly? EntryDate { get; init; }

    /// <summary>Redacted.</summary>
    public override string ToString() => "row";
}

/// <summary>A child whom a row may mean.</summary>
public sealed record QueueCandidate
{
    /// <summary>The pass that the child is shown under.</summary>
    public required RecordPass Pass { get; init; }

    /// <summary>Names the child in this session.</summary>
    public required ChildHandle Handle { get; init; }

    /// <summary>Names, gender, date of birth.</summary>
    public Disclosed<IdentityPart>? Identity { get; init; }

    /// <summary>Former and preferred names.</summary>
    public Disclosed<OtherNamesPart>? OtherNames { get; init; }

    /// <summary>Where the child lives.</summary>
    public Disclosed<WhereaboutsPart>? Whereabouts { get; init; }

    /// <summary>The school.</summary>
    public Disclosed<SchoolPart>? School { get; init; }

    /// <summary>How the weight came about when the row was matched.</summary>
    public required IReadOnlyList<EvidenceStep> Evidence { get; init; }
}

/// <summary>One piece of evidence.</summary>
/// <param name="About">What was compared: "Family name".</param>
/// <param name="How">How it compared: "family name one letter off".</param>
/// <param name="Bits">Above 0 for the same child, below 0 against.</param>
public sealed record EvidenceStep(string About, string How, double Bits);
