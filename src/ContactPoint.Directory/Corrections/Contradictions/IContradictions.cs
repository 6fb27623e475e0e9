using ContactPoint.Directory.Corrections.Contradictions.ListContradictions;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections.Contradictions;

/// <summary>Sources that say otherwise than a steward's correction, for the stewards of the authority that answers for the record (FED-8). Every look and every act stands in the audit trail.</summary>
public interface IContradictions
{
    /// <summary>What is not settled, longest first. Children who are shielded are not among it.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    Task<Result<ContradictionPage>> ListAsync(CallerContext caller, int page, CancellationToken cancellation = default);

    /// <summary>Deals with one.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="contradiction">Which.</param>
    /// <param name="choice">What was decided.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> SettleAsync(CallerContext caller, Guid contradiction, ContradictionChoice choice, CancellationToken cancellation = default);
}
