using System.Collections;
using System.Globalization;
using System.Resources;
using Bunit;
using ContactPoint.Directory.Tests;
using ContactPoint.Modules.Education.Children;
using ContactPoint.Modules.Education.Contacts;
using ContactPoint.Modules.Education.Help;
using ContactPoint.Modules.Education.Resources;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Modules.Education.Tests;

public sealed class WordsTests
{
    private static readonly HashSet<string> Keys = [.. new ResourceManager(typeof(EducationText).FullName!, typeof(EducationText).Assembly)
        .GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];

    [Fact]
    public void EachListAndEachFunction_HasItsWords()
    {
        foreach (var list in ChildrenList.All)
            foreach (var end in new[] { "", ".Words", ".None", ".NoneNext" }) Keys.ShouldContain($"List.{list.Words}{end}");
        foreach (var function in Enum.GetValues<SchoolFunction>()) Keys.ShouldContain($"Function.{function}");
    }

    [Fact]
    public async Task TheHelp_HasWordsForAllItSays()
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);

        var page = pages.Render<HelpPage>();

        page.FindAll("h2").Count.ShouldBe(7);
        page.Markup.ShouldNotContain("Help.");
        page.Markup.ShouldNotContain("Glossary.");
    }
}
