using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>One entry, and what was asked for.</summary>
internal sealed class FakeReview : IAuditReview, ILedgerSealer
{
    public static readonly Guid EntryId = Guid.Parse("66666666-6666-6666-6666-666666666666");
    public static readonly Guid Child = Guid.Parse("77777777-7777-7777-7777-777777777777");

    public List<AuditFilter> Asked { get; } = [];

    public List<Guid> Opened { get; } = [];

    public Error? Refusal { get; set; }

    public string? Next { get; set; }

    public EntryProof Proof { get; set; } = EntryProof.Included;

    public string? Payload { get; set; } = """{"actor":"Amina Warsame","detail":{"criteria":{"familyName":"<b>Osborn</b>"},"results":[]}}""";

    public SealState State { get; set; } = new(42, Made.Now, null);

    public Task<DateTimeOffset?> LastEntryAsync(CancellationToken cancellation = default) => Task.FromResult(State.LastCheckpoint);

    public Task<SealState> SealAsync(CancellationToken cancellation = default) => Task.FromResult(State);

    public Task<Result<AuditPage>> ListAsync(CallerContext caller, AuditFilter filter, CancellationToken cancellation = default)
    {
        Asked.Add(filter);
        return Task.FromResult<Result<AuditPage>>(Refusal is { } refusal ? refusal : new AuditPage([Line()], Next, State));
    }

    public Task<Result<AuditEntryView>> OpenAsync(CallerContext caller, Guid entry, CancellationToken cancellation = default)
    {
        Opened.Add(entry);
        return Task.FromResult<Result<AuditEntryView>>(
            Refusal is { } refusal ? refusal : new AuditEntryView(Line(), Relationship.PresentWithMe, "test-1", Payload, 7, Proof));
    }

    private static AuditLine Line() =>
        new(EntryId, Made.Now, AuditEvents.Open, AuditOutcome.Granted, "nurse.salford", "Amina Warsame", Purpose.UrgentCare, Child, true);
}
