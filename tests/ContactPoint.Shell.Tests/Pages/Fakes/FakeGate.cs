using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>Answers as told and remembers what it was asked.</summary>
internal sealed class FakeGate : IRecordGate, IRecordReader, IUnitOfWorkFactory
{
    public List<SearchRequest> Searches { get; } = [];

    public List<OpenRequest> Opens { get; } = [];

    public List<RosterRequest> Lists { get; } = [];

    public Result<SearchAnswer> Search { get; set; } = new SearchAnswer([]);

    public Func<Result<RecordPass>> Open { get; set; } = () => GateErrors.NotAvailable;

    public Func<RecordPass, RecordReading>? Read { get; set; }

    public Result<RosterPage> Roster { get; set; } = new RosterPage([], false);

    /// <summary>What a unit of work answers: the acts' outcome.</summary>
    public object? UnitAnswer { get; set; }

    public Task<Result<SearchAnswer>> SearchAsync(CallerContext caller, SearchRequest request, CancellationToken cancellation = default)
    {
        Searches.Add(request);
        return Task.FromResult(Search);
    }

    public Task<Result<RecordPass>> OpenAsync(CallerContext caller, OpenRequest request, CancellationToken cancellation = default)
    {
        Opens.Add(request);
        return Task.FromResult(Open());
    }

    public Task<Result<RosterPage>> ListAsync(CallerContext caller, RosterRequest request, CancellationToken cancellation = default)
    {
        Lists.Add(request);
        return Task.FromResult(Roster);
    }

    public Task<IReadOnlyList<RosterKind>> RostersAsync(CallerContext caller, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<RosterKind>>([]);

    public Task<Result<JobPass>> BeginJobAsync(CallerContext caller, JobName job, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Result<RecordReading>> ReadAsync(RecordPass pass, CancellationToken cancellation = default) => Task.FromResult<Result<RecordReading>>(Read!(pass));

    Task<T> IUnitOfWorkFactory.RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation) => Task.FromResult((T)UnitAnswer!);

    Task<T> IUnitOfWorkFactory.ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation) => throw new NotSupportedException();
}
