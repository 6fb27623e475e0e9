using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Corrections.Contradictions.ListContradictions;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>One school that says otherwise than a steward.</summary>
internal sealed class FakeContradictions : IContradictions
{
    public static readonly Guid Id = Guid.Parse("88888888-8888-8888-8888-888888888888");

    public Error? Refusal { get; set; }

    public bool IsEmpty { get; set; }

    public List<ContradictionChoice> Choices { get; } = [];

    public Task<Result<ContradictionPage>> ListAsync(CallerContext caller, int page, CancellationToken cancellation = default) =>
        Task.FromResult<Result<ContradictionPage>>(Refusal is { } error ? error : new ContradictionPage(IsEmpty ? [] : [Line()], false));

    public Task<Result<bool>> SettleAsync(CallerContext caller, Guid contradiction, ContradictionChoice choice, CancellationToken cancellation = default)
    {
        Choices.Add(choice);
        return Task.FromResult<Result<bool>>(true);
    }

    private static ContradictionLine Line()
    {
        var said = new FieldValue(DateOfBirth: new DateOnly(2015, 3, 14));
        return new ContradictionLine(
            Id, ContradictionState.Open, Made.Now, new ChildHandle("handle-1"),
            Made.Disclosed(new ContradictionValues("Osborne", "Jayden", new FieldValue(DateOfBirth: new DateOnly(2015, 3, 4)), said)),
            Made.Disclosed(new SourceQuestion("St Luke's", new DateOnly(2026, 11, 2), 12, said)));
    }
}
