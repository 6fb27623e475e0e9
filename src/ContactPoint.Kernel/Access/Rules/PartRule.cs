using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Access.Rules;

/// <summary>Which parts a purpose and a sector reach (USR-4, REC-6), those of modules by what they declare. The table is in docs/security-model.md.</summary>
internal sealed class PartRule(ModuleCatalogue modules, IModuleSwitch switches) : IAccessRule
{
    private static readonly Withholding Pupil = new(PartKey.UniquePupilNumber, Reasons.OtherSector, "Unique pupil number: only education staff read it.");
    private static readonly Withholding Nhs = new(PartKey.NhsNumber, Reasons.OtherSector, "NHS number: only health staff read it.");
    private static readonly Withholding Former = new(PartKey.FormerAddresses, Reasons.NotForPurpose, "Former addresses: shown for a safeguarding enquiry only.");
    private static readonly Withholding Carers = new(PartKey.Carers, Reasons.NotForPurpose, "Parents and carers: not needed to keep data right.");

    // When first asked: by then each module has come to its state.
    private readonly Lazy<IReadOnlyList<LoadedModule>> owners = new(() => [.. modules.Ready.Where(module => module.Parts.Count > 0)]);

    public string Name => "part-2";

    public async ValueTask<IReadOnlyList<Verdict>> EvaluateAsync(PolicyQuestion question, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit)
    {
        var withheld = Withheld(question).ToList();
        foreach (var module in owners.Value)
        {
            // Where a module is off nothing says that there is one.
            var isOff = await switches.StateAsync(module.Manifest.Key, question.Caller.Authority, unit) == ModuleSwitchState.Off;
            withheld.AddRange(module.Parts.Select(part => isOff ? new Withholding(part.Descriptor.Part, Reasons.ModuleOff, null) : Withheld(part.Descriptor, question)).OfType<Withholding>());
        }

        var verdict = new Verdict { Withholds = withheld };
        return [.. facts.Select(_ => verdict)];
    }

    private static IEnumerable<Withholding> Withheld(PolicyQuestion question)
    {
        if (!SearchKeySets.Issues(question.Caller.Agency, SectorIdentifier.Upn)) yield return Pupil;
        if (!SearchKeySets.Issues(question.Caller.Agency, SectorIdentifier.Nhs)) yield return Nhs;
        if (question.Statement.Purpose is not Purpose.SafeguardingEnquiry) yield return Former;
        if (question.Statement.Purpose is Purpose.DataQuality) yield return Carers;
    }

    // Depends on the caller and the statement alone, so it may be said.
    private static Withholding? Withheld(RecordPartDescriptor part, PolicyQuestion question)
    {
        if (part.Agencies?.Contains(question.Caller.Agency) == false)
            return new(part.Part, Reasons.OtherSector, $"{part.Title}: only {string.Join(", ", part.Agencies.Order().Select(AgencyWords))} staff read it.");
        return part.Purposes.Contains(question.Statement.Purpose) ? null : new(part.Part, Reasons.NotForPurpose, $"{part.Title}: not shown for the purpose that you stated.");
    }

    private static string AgencyWords(Agency agency) => agency switch
    {
        Agency.SocialCare => "social care",
        Agency.YouthOffending => "youth offending",
        _ => agency.ToString().ToLowerInvariant(),
    };
}
