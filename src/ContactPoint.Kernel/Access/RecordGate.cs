using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>The choke point: one class for each verb, one door for all.</summary>
internal sealed class RecordGate(SearchVerb search, OpenVerb open, ListVerb list, JobVerb job) : IRecordGate
{
    public Task<Result<SearchAnswer>> SearchAsync(CallerContext caller, SearchRequest request, CancellationToken cancellation = default) =>
        search.RunAsync(caller, request, cancellation);

    public Task<Result<RecordPass>> OpenAsync(CallerContext caller, OpenRequest request, CancellationToken cancellation = default) =>
        open.RunAsync(caller, request, cancellation);

    public Task<Result<RosterPage>> ListAsync(CallerContext caller, RosterRequest request, CancellationToken cancellation = default) =>
        list.RunAsync(caller, request, cancellation);

    public Task<IReadOnlyList<RosterKind>> RostersAsync(CallerContext caller, CancellationToken cancellation = default) => list.OffersAsync(caller, cancellation);

    public Task<Result<JobPass>> BeginJobAsync(CallerContext caller, JobName name, CancellationToken cancellation = default) =>
        job.RunAsync(caller, name, cancellation);
}
