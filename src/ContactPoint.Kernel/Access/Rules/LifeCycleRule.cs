using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Access.Rules;

/// <summary>Only live records are seen; a provisional one by its own supplier alone (LIF-4, SHD-6).</summary>
internal sealed class LifeCycleRule : IAccessRule
{
    public string Name => "life-cycle-1";

    public ValueTask<IReadOnlyList<Verdict>> EvaluateAsync(PolicyQuestion question, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<Verdict>>([.. facts.Select(child => child.State switch
        {
            RecordState.Active => Verdict.NoObjection,
            RecordState.Provisional when child.Supplier == question.Caller.OrganisationId => Verdict.NoObjection,
            RecordState.Provisional => Verdict.Hide(Reasons.ProvisionalElsewhere),
            RecordState.Archived => Verdict.Hide(Reasons.Archived),
            _ => Verdict.Hide(Reasons.Absent),
        })]);
}
