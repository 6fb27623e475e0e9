using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Modules;
using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Kernel.Modules.Jobs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Shell.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Tests.Pages;

/// <summary>What holds for every page, checked on the assembly and on its sources.</summary>
public sealed partial class PageRulesTests
{
    private static readonly ResourceManager Words = new(typeof(ShellText).FullName!, typeof(ShellText).Assembly);

    [Fact]
    [Trait("Asvs", "8.2.1")]
    public void EveryPage_SaysWhoMaySeeIt()
    {
        var pages = typeof(ShellText).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), false)).ToList();

        pages.Count.ShouldBeGreaterThan(7);
        pages.Where(page => !page.IsDefined(typeof(AuthorizeAttribute), true) && !page.IsDefined(typeof(AllowAnonymousAttribute), true)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Asvs", "3.2.2")]
    public void NoPage_WritesMarkupOfItsOwn() =>
        Sources().Where(source => source.Text.Contains("MarkupString", StringComparison.Ordinal) || source.Text.Contains("AddMarkupContent", StringComparison.Ordinal))
            .Select(source => source.Name).ShouldBeEmpty();

    [Fact]
    [Trait("Invariant", "I-34")]
    public void NoPage_KeepsAnythingInTheBrowser() =>
        Sources().Where(source => Storage().IsMatch(source.Text)).Select(source => source.Name).ShouldBeEmpty();

    [Fact]
    public void EveryKeyWrittenOut_HasWords()
    {
        var used = Sources().SelectMany(source => Key().Matches(source.Text).Select(match => match.Groups[1].Value)).Where(key => !key.Contains('{', StringComparison.Ordinal)).ToHashSet();

        used.Count.ShouldBeGreaterThan(250);
        used.Where(key => string.IsNullOrWhiteSpace(Words.GetString(key, CultureInfo.InvariantCulture))).ShouldBeEmpty();
    }

    [Fact]
    public void EveryMemberOfAClosedList_HasWords() =>
        Families().Where(key => string.IsNullOrWhiteSpace(Words.GetString(key, CultureInfo.InvariantCulture))).ShouldBeEmpty();

    [Fact]
    public void EveryKey_IsInUse()
    {
        var text = string.Concat(Sources().Select(source => source.Text));
        var families = Families().ToHashSet();
        var known = Words.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

        known.Where(key => !families.Contains(key) && !text.Contains($"\"{key}\"", StringComparison.Ordinal) && !IsOfAnOpenFamily(key)).ShouldBeEmpty();
    }

    // Keys that pages put together from the members of closed lists.
    private static IEnumerable<string> Families() =>
    [
        .. Of<Purpose>("Why").Where(key => key != "Why.None"),
        .. Of<Purpose>("Why").Where(key => key != "Why.None").Select(key => $"{key}.Hint"),
        .. Of<Relationship>("Stand").Where(key => key != "Stand.None"),
        .. Of<Gender>("Gender"),
        .. Of<EducationStatus>("Education"),
        .. Of<EarlyHelpStatus>("EarlyHelp"),
        .. Of<CarerRelationship>("Carer"),
        .. Of<OtherNameKind>("Child.OtherName"),
        .. Of<ReturnIntent>("Whereabouts.LeftArea"),
        .. typeof(Whereabouts).Assembly.GetTypes().Where(type => type.BaseType == typeof(Whereabouts) && type != typeof(LeftArea)).Select(type => $"Whereabouts.{type.Name}"),
        .. Of<DeclaredInvolvement>("Child.Declared"),
        .. PartKey.Core.Select(part => $"Part.{part}"),
        .. Of<MyChildrenList>("Home.List"),
        .. Of<MyChildrenList>("Home.Empty"),
        .. Of<MyChildrenList>("Home.Empty").Select(key => $"{key}.Title"),
        .. Of<FeedRunState>("FeedState"),
        // A held row shows in no view.
        .. Of<FeedOutcome>("Outcome").Where(key => key != "Outcome.Held"),
        "Outcome.Ended", "Outcome.Missing",
        .. Of<ModuleJobOutcome>("JobOutcome"),
        .. Of<ModuleChangeOutcome>("Desk.Outcome"),
        "Desk.Outcome.Both", "Desk.Outcome.Confirmed", "Desk.Outcome.Refused",
        .. Of<FeedSemantics>("Semantics"),
        .. Of<FeedSemantics>("Semantics").SelectMany(key => new[] { key + "Hint", key + "Register", key + "RegisterHint" }),
        .. Of<QueueChoice>("QueueChoice"),
        .. Of<QueueChoice>("Queue"),
        "Queue.Done.Link", "Queue.Done.New",
        .. Of<CorrectionReason>("Correct.Reason").Where(key => key != "Correct.Reason.None"),
        .. Of<CorrectedField>("Correct.Field"),
        .. Of<ContradictionChoice>("Contradictions.Done"),
        .. Of<AuditOutcome>("AuditOutcome"),
        .. Of<EntryProof>("Proof"),
        .. Of<ModuleState>("ModuleState"),
        .. AuditEvents.All.Select(type => $"Event.{type.Name}"),
        .. new[] { SectorIdentifier.Upn, SectorIdentifier.Nhs }.Select(scheme => $"Find.Identifier.{scheme}"),
    ];

    // Sign-in and error pages and the glossary put their keys together from lists of their own.
    private static bool IsOfAnOpenFamily(string key) =>
        key.StartsWith("Glossary.", StringComparison.Ordinal) || key.StartsWith("SignedOut.", StringComparison.Ordinal) || key.StartsWith("Error.", StringComparison.Ordinal);

    private static IEnumerable<string> Of<T>(string family)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{family}.{name}");

    private static IEnumerable<(string Name, string Text)> Sources([CallerFilePath] string here = "")
    {
        var shell = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/ContactPoint.Shell"));
        return System.IO.Directory.EnumerateFiles(shell, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(shell, file), File.ReadAllText(file)));
    }

    [GeneratedRegex("""(?:\bL|\bwords)\["([^"]+)"[\],]""")]
    private static partial Regex Key();

    [GeneratedRegex("localStorage|sessionStorage|ProtectedLocalStorage|ProtectedSessionStorage|document\\.cookie")]
    private static partial Regex Storage();
}
