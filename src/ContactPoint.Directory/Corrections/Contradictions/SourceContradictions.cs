using ContactPoint.Directory.Corrections.Contradictions.ListContradictions;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections.Contradictions;

internal sealed class SourceContradictions(ListContradictionsHandler list, SettleContradictionHandler settle) : IContradictions
{
    public Task<Result<ContradictionPage>> ListAsync(CallerContext caller, int page, CancellationToken cancellation = default) => list.HandleAsync(caller, page, cancellation);

    public Task<Result<bool>> SettleAsync(CallerContext caller, Guid contradiction, ContradictionChoice choice, CancellationToken cancellation = default) =>
        settle.HandleAsync(caller, contradiction, choice, cancellation);
}
