using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Directory.Search.FindChild;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests;

/// <summary>Somebody signed in, doing what pages do: each act through its handler in a scope of its own.</summary>
public sealed class Person(World world, NewSession session)
{
    public static readonly AccessStatement Care = new(Purpose.ServiceProvision, Relationship.InMyCare);
    public static readonly AccessStatement Safeguarding = new(Purpose.SafeguardingEnquiry, Relationship.PresentWithMe);

    public Task<Result<SearchAnswer>> FindAsync(SearchCriteria criteria) =>
        ActAsync(services => services.GetRequiredService<FindChildHandler>().HandleAsync(new SearchRequest(Care, criteria)));

    /// <summary>The results as a page shows them.</summary>
    public async Task<IReadOnlyList<SearchResult>> ResultsAsync(SearchCriteria criteria)
    {
        var answer = await FindAsync(criteria);
        answer.Succeeded.ShouldBeTrue(answer.Error?.Message);
        return [.. answer.Value.Results.Select(result => result.Value)];
    }

    public Task<Result<ChildRecordView>> OpenAsync(ChildHandle handle, AccessStatement? statement = null) =>
        ActAsync(services => services.GetRequiredService<OpenChildHandler>().HandleAsync(new OpenChild(statement ?? Care, handle)));

    public async Task<ChildRecordView> OpenAsync(ChildId child, AccessStatement? statement = null)
    {
        var view = await OpenAsync(await HandleAsync(child), statement);
        view.Succeeded.ShouldBeTrue(view.Error?.Message);
        return view.Value;
    }

    public async Task<ChildHandle> HandleAsync(ChildId child) => world.Get<IChildHandles>().Issue(await CallerAsync(), child);

    public Task<CallerContext> CallerAsync() => world.Host.Users.CallerAsync(session.SessionId);

    public Task<Result<DeclaredInvolvement>> DeclareAsync(RecordPass pass) =>
        ActAsync(services => services.GetRequiredService<DeclareInvolvementHandler>().HandleAsync(new DeclareInvolvement(pass)));

    public Task<Result<RosterPage>> ListAsync(MyChildrenList list, int page = 0) =>
        ActAsync(services => services.GetRequiredService<MyChildrenHandler>().HandleAsync(new MyChildren(list, page)));

    /// <summary>A page of a roster, asked of the gate as a module does.</summary>
    public async Task<Result<RosterPage>> ListAsync(RosterKind kind, int page = 0, int days = 30) =>
        await world.Get<IRecordGate>().ListAsync(await CallerAsync(), new RosterRequest(kind, page) { Days = days });

    private async Task<T> ActAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientSession>().Set(session.SessionId);
        return await act(scope.ServiceProvider);
    }
}
