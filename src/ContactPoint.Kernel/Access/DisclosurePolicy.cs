using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Access;

/// <summary>The meet of every rule's verdict, for every child of a fixed set. No rule is left out, whatever another said.</summary>
internal sealed class DisclosurePolicy
{
    private readonly IReadOnlyList<IAccessRule> rules;
    
    // When first asked: by then each module has come to its state.
    private readonly Lazy<IReadOnlyList<PartKey>> known;

    public DisclosurePolicy(IEnumerable<IAccessRule> rules, IEnumerable<IPartSource> sources, ModuleCatalogue modules)
    {
        this.rules = [.. rules.OrderBy(rule => rule.Name, StringComparer.Ordinal)];
        known = new(() => [.. PartKey.Core.Union(sources.SelectMany(source => source.Parts)).Union(modules.Ready.SelectMany(module => module.Parts).Select(part => part.Descriptor.Part))]);
        Version = string.Join('+', this.rules.Select(rule => rule.Name));
        if (Version.Length > 40) Version = "sha256-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Version)))[..24];
    }

    /// <summary>Names and versions of the rules, or their digest when that is long; in every decision and audit entry.</summary>
    public string Version { get; }

    private IReadOnlyList<PartKey> Parts => known.Value;

    public async ValueTask<IReadOnlyList<Decision>> DecideAsync(PolicyQuestion question, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit)
    {
        var verdicts = new IReadOnlyList<Verdict>[rules.Count];
        for (var i = 0; i < rules.Count; i++)
        {
            verdicts[i] = await rules[i].EvaluateAsync(question, facts, unit);
            if (verdicts[i].Count != facts.Count) throw new InvalidOperationException($"Rule {rules[i].Name} answered {verdicts[i].Count} of {facts.Count} children.");
        }

        var decisions = new Decision[facts.Count];
        for (var child = 0; child < decisions.Length; child++) decisions[child] = Meet([.. verdicts.Select(answers => answers[child])]);
        return decisions;
    }

    private Decision Meet(IReadOnlyList<Verdict> verdicts)
    {
        List<ReasonCode> reasons = [.. verdicts.Where(verdict => verdict.Hides is not null).Select(verdict => verdict.Hides!.Value)];
        var visible = reasons.Count == 0;
        var withheld = new Dictionary<PartKey, string?>();
        foreach (var withholding in verdicts.SelectMany(Withheld))
        {
            // Of a hidden child only the hiding counts: its entry must be that of a child who is not there.
            if (visible) reasons.Add(withholding.Reason);

            // Said only when every rule that withholds it lets it be said: one silent rule silences all.
            withheld[withholding.Part] = withheld.TryGetValue(withholding.Part, out var said) && said is null ? null : withholding.Explanation;
        }

        return new Decision
        {
            Visible = visible,
            Granted = visible ? Parts.Where(part => !withheld.ContainsKey(part)).ToHashSet() : [],
            WithheldAll = visible ? [.. withheld.Keys] : Parts,
            Sayable = visible ? [.. withheld.Where(entry => entry.Value is not null).Select(entry => new WithheldPart(entry.Key, entry.Value!))] : [],
            Reasons = reasons.Count == 0 ? [Reasons.Granted] : [.. reasons.Distinct()],
            PolicyVersion = Version,
        };
    }

    private IEnumerable<Withholding> Withheld(Verdict verdict)
    {
        foreach (var withholding in verdict.Withholds) yield return withholding;
        if (!verdict.WithholdsOthers) yield break;
        foreach (var part in Parts.Where(part => part != PartKey.Identity && verdict.Withholds.All(withholding => withholding.Part != part)))
            yield return new Withholding(part, Reasons.Masked, null);
    }
}
