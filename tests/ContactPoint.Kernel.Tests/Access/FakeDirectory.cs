using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Kernel.Tests.Access;

/// <summary>A directory in memory behind the Kernel's ports, and the register of the test-only policy: masked, concealed, no-contact.</summary>
internal sealed class FakeDirectory : IChildFacts, ICandidateSource, ISummarySource, IRosterSource, IPartSource, IShieldRegister
{
    public Dictionary<ChildId, FakeChild> Children { get; } = [];

    public Dictionary<ChildId, ShieldState> Shields { get; } = [];

    public List<int> CandidateReads { get; } = [];

    public List<int> FactReads { get; } = [];

    public HashSet<PartKey> Failing { get; } = [];

    public RosterKind Kind => RosterKind.OwnInvolvements;

    public IReadOnlyCollection<PartKey> Parts => PartKey.Core.ToList();

    public FakeChild Add(string family, string given, int year = 2015, RecordState state = RecordState.Active)
    {
        var child = new FakeChild(new ChildId(Guid.NewGuid()), family, given, year) { State = state };
        Children.Add(child.Id, child);
        return child;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IChildFacts>(this);
        services.AddSingleton<ICandidateSource>(this);
        services.AddSingleton<ISummarySource>(this);
        services.AddSingleton<IRosterSource>(this);
        services.AddSingleton<IPartSource>(this);
        services.AddSingleton<IShieldRegister>(this);
    }

    public ValueTask<IReadOnlyList<ChildFacts>> ReadAsync(FactsPass pass, IUnitOfWork unit)
    {
        FactReads.Add(pass.Children.Count);
        return ValueTask.FromResult<IReadOnlyList<ChildFacts>>([.. pass.Children.Select(FactsOf)]);
    }

    // The ordinary index holds no concealed child.
    public ValueTask<IReadOnlyList<ChildId>> ProposeAsync(SearchCriteria criteria, Agency agency, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<ChildId>>([.. Children.Values
            .Where(child => Matches(criteria, child) && Shields.GetValueOrDefault(child.Id)?.Level != ShieldLevel.Concealed)
            .OrderBy(child => child.Given, StringComparer.Ordinal).Select(child => child.Id).Take(ICandidateSource.FixedCount)]);

    public ValueTask<IReadOnlyList<Candidate>> ReadAsync(SearchCriteria criteria, Agency agency, FactsPass pass, IUnitOfWork unit)
    {
        CandidateReads.Add(pass.Children.Count);
        return ValueTask.FromResult<IReadOnlyList<Candidate>>([.. pass.Children.Select(id =>
        {
            var child = Children.GetValueOrDefault(id);
            var match = child is not null && Matches(criteria, child) ? new CandidateMatch(10 - (child.Given.Length / 10d), ["family name exact"]) : null;
            var masked = child is not null && child.FamilyName == criteria.FamilyName ? match : null;
            return new Candidate(FactsOf(id), match, masked, SummaryOf(id));
        })]);
    }

    ValueTask<IReadOnlyList<Undisclosed<ChildSummary>>> ISummarySource.ReadAsync(FactsPass pass, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<Undisclosed<ChildSummary>>>([.. pass.Children.Select(SummaryOf)]);

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<ChildId>>([.. Children.Keys]);

    public ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit)
    {
        if (Failing.Contains(part)) throw new InvalidOperationException("The owner of this part fails.");
        var child = Children[pass.Child];
        child.OnRead?.Invoke();
        return ValueTask.FromResult(new PartReading(child.Version, new Undisclosed<object?>($"{part.Value} of {child.Given}{(part == PartKey.Identity ? "" : child.Home)}")));
    }

    public ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<ShieldState>>([.. children.Select(child => Shields.GetValueOrDefault(child, ShieldState.None))]);

    private static bool Matches(SearchCriteria criteria, FakeChild child) =>
        child.FamilyName == criteria.FamilyName || child.FormerName == criteria.FamilyName || (child.Home is not null && child.Home == criteria.Postcode);

    private ChildFacts FactsOf(ChildId id) => Children.TryGetValue(id, out var child)
        ? new ChildFacts { Child = id, State = child.State, Authority = child.Authority, Supplier = child.Supplier, Version = child.Version }
        : ChildFacts.Absent(id);

    private Undisclosed<ChildSummary> SummaryOf(ChildId id) => new(Children.TryGetValue(id, out var child)
        ? new ChildSummary(child.FamilyName, child.Given, Gender.Male, child.Year, child.Authority)
        : new ChildSummary(string.Empty, string.Empty, Gender.NotSpecified, 0, null));
}

internal sealed record FakeChild(ChildId Id, string FamilyName, string Given, int Year)
{
    public RecordState State { get; set; } = RecordState.Active;

    public Guid? Supplier { get; set; }

    public string? FormerName { get; set; }

    /// <summary>Where the child lives: a search key, and in what every part but the names reads.</summary>
    public string? Home { get; set; }

    public LocalAuthorityCode Authority { get; set; } = new("355");

    public long Version { get; set; } = 1;

    public Action? OnRead { get; set; }
}
