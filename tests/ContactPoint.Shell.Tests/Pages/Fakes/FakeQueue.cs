using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.ListQueue;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Directory.Feeds.Queue.UndoDecision;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>One row that waits, with two children whom it may mean.</summary>
internal sealed class FakeQueue : IStewardQueue
{
    public static readonly Guid RowId = Guid.Parse("66666666-6666-6666-6666-666666666666");
    public static readonly Guid DecisionId = Guid.Parse("77777777-7777-7777-7777-777777777777");

    public Error? Refusal { get; set; }

    public QueuedRowView? View { get; set; }

    public IReadOnlyList<string> Left { get; set; } = [];

    public List<QueueDecision> Decisions { get; } = [];

    public List<Guid> Undone { get; } = [];

    public int Opened { get; private set; }

    public static QueuedRowView Row(CallerContext caller, TimeProvider clock) => new()
    {
        Row = RowId,
        Pass = Made.RowsPass(caller, clock),
        SourceName = "St Luke's",
        Line = 7,
        AsAt = new DateOnly(2026, 11, 23),
        WhatToDo = "Perhaps a twin.",
        Says = Made.Disclosed(new RowSays { Name = new PersonName("Osborne", "Jasmine"), DateOfBirth = new DateOnly(2015, 3, 14), Gender = Gender.Female }),
        Candidates = [Candidate(caller, clock, "one", "Jayden"), Candidate(caller, clock, "two", "Jamie")],
    };

    public Task<Result<QueuePage>> WaitingAsync(CallerContext caller, int page, CancellationToken cancellation = default) => Answer(new QueuePage(
        [new QueueLine(RowId, "St Luke's", 7, Made.Now, "Perhaps a twin.", Made.Disclosed(new RowName("Osborne", "Jasmine", 2015)))], false));

    public Task<Result<DecidedPage>> DecidedAsync(CallerContext caller, int page, CancellationToken cancellation = default) => Answer(new DecidedPage(
        [new DecidedLine(DecisionId, "St Luke's", 7, QueueChoice.Link, Made.Now, Undone.Count > 0 ? Made.Now : null, Made.Disclosed(new RowName("Osborne", "Jasmine", 2015)))], false));

    public Task<Result<QueuedRowView>> OpenAsync(CallerContext caller, Guid row, CancellationToken cancellation = default)
    {
        Opened++;
        return Answer(View!);
    }

    public Task<Result<Guid>> DecideAsync(CallerContext caller, QueueDecision decision, CancellationToken cancellation = default)
    {
        Decisions.Add(decision);
        return Answer(DecisionId);
    }

    public Task<Result<UndoneDecision>> UndoAsync(CallerContext caller, Guid decision, CancellationToken cancellation = default)
    {
        Undone.Add(decision);
        return Answer(new UndoneDecision(Left));
    }

    private static QueueCandidate Candidate(CallerContext caller, TimeProvider clock, string handle, string given) => new()
    {
        Pass = Made.Pass(caller, clock, []),
        Handle = new ChildHandle(handle),
        Identity = Made.Disclosed(new IdentityPart { Name = new PersonName("Osborne", given), Gender = Gender.Male, DateOfBirth = new DateOnly(2015, 3, 14), DirectoryNumber = "CP" }),
        Evidence = [new EvidenceStep("Family name", "family name exact", 8.1), new EvidenceStep("Given name", "given name differs", -6.4)],
    };

    private Task<Result<T>> Answer<T>(T value) => Task.FromResult<Result<T>>(Refusal is { } refusal ? refusal : value);
}
