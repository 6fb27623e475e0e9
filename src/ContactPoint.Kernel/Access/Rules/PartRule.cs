using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Access.Rules;

/// <summary>Which parts a purpose and a sector reach (USR-4, REC-6). The table is in docs/security-model.md.</summary>
internal sealed class PartRule : IAccessRule
{
    private static readonly Withholding Pupil = new(PartKey.UniquePupilNumber, Reasons.OtherSector, "Unique pupil number: only education staff read it.");
    private static readonly Withholding Nhs = new(PartKey.NhsNumber, Reasons.OtherSector, "NHS number: only health staff read it.");
    private static readonly Withholding Former = new(PartKey.FormerAddresses, Reasons.NotForPurpose, "Former addresses: shown for a safeguarding enquiry only.");
    private static readonly Withholding Carers = new(PartKey.Carers, Reasons.NotForPurpose, "Parents and carers: not needed to keep data right.");

    public string Name => "part-1";

    public ValueTask<IReadOnlyList<Verdict>> EvaluateAsync(PolicyQuestion question, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit)
    {
        var verdict = new Verdict { Withholds = [.. Withheld(question)] };
        return ValueTask.FromResult<IReadOnlyList<Verdict>>([.. facts.Select(_ => verdict)]);
    }

    private static IEnumerable<Withholding> Withheld(PolicyQuestion question)
    {
        if (!SearchKeySets.Issues(question.Caller.Agency, SectorIdentifier.Upn)) yield return Pupil;
        if (!SearchKeySets.Issues(question.Caller.Agency, SectorIdentifier.Nhs)) yield return Nhs;
        if (question.Statement.Purpose is not Purpose.SafeguardingEnquiry) yield return Former;
        if (question.Statement.Purpose is Purpose.DataQuality) yield return Carers;
    }
}
