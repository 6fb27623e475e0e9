using ContactPoint.Testing;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class FeedTests : IDisposable
{
    private const string StLukes = "990001";

    private readonly SignedModules modules = new("Education");

    private string[] With => ["--modules", modules.Folder, "--publisher", modules.Publisher];

    public void Dispose() => modules.Dispose();

    [Fact]
    public async Task Apply_OfAFileThatIsNotThere_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync(["feed", "apply", place.PathOf("none.csv"), "--source", StLukes, "--json", .. With])).ErrorCode.ShouldBe("file.missing");
    }

    [Fact]
    public async Task Apply_ForAnUnknownSource_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        var file = place.PathOf("roll.csv");
        await File.WriteAllTextAsync(file, "Surname,Forename,DOB\r\n");
        (await place.RunAsync(["feed", "apply", file, "--source", StLukes, "--json", .. With])).ErrorCode.ShouldBe("feed.no-source");
        (await place.RunAsync(["feed", "apply", file, "--source", StLukes, "--as-at", "2/11/2026", "--json", .. With])).ErrorCode.ShouldBe("feed.as-at");
    }

    [Fact]
    [Trait("Rule", "FED-2")]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-4")]
    public async Task Apply_OfTheDemoRoll_HasAnOutcomeForEachRowAndASecondTimeNoEffect()
    {
        using var place = await new Installation().MigratedAsync();
        await DemoData.SeedAsync(place.Data, 600);
        var roll = Path.Combine(place.Data, "demo", "st-lukes-roll.csv");
        var rows = (await File.ReadAllLinesAsync(roll)).Length - 1;

        var preview = await place.RunAsync(["feed", "apply", roll, "--source", StLukes, "--dry-run", "--json", .. With]);
        preview.Code.ShouldBe(ExitCode.Done, preview.Output);
        preview.Json.GetProperty("rows").GetInt32().ShouldBe(rows);
        place.Ask<long>("SELECT COUNT(*) FROM directory_child").ShouldBe(600);

        var outcomes = place.PathOf("outcomes.csv");
        var applied = await place.RunAsync(["feed", "apply", roll, "--source", StLukes, "--outcomes", outcomes, "--json", .. With]);
        applied.Code.ShouldBe(ExitCode.Done, applied.Output);
        applied.Json.GetProperty("rows").GetInt32().ShouldBe(rows);
        var counts = applied.Json.GetProperty("counts");
        counts.GetProperty("created").GetInt32().ShouldBe(2, applied.Output);
        counts.GetProperty("rejected").GetInt32().ShouldBe(2, applied.Output);
        (await File.ReadAllLinesAsync(outcomes)).Length.ShouldBe(rows + 1);

        var again = await place.RunAsync(["feed", "apply", roll, "--source", "St Luke's Church of England School", "--json", .. With]);
        again.Code.ShouldBe(ExitCode.Done, again.Output);
        place.Ask<long>("SELECT COUNT(*) FROM directory_child").ShouldBe(602);
        (await place.RunAsync("audit", "verify")).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Apply_OfAMalformedFile_SaysWhyAndChangesNothing()
    {
        using var place = await new Installation().MigratedAsync();
        await DemoData.SeedAsync(place.Data, 20);
        var file = place.PathOf("roll.csv");
        await File.WriteAllTextAsync(file, "this is no roll\r\nat all\r\n");
        var answer = await place.RunAsync(["feed", "apply", file, "--source", StLukes, "--json", .. With]);
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.Json.GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        place.Ask<long>("SELECT COUNT(*) FROM directory_child").ShouldBe(20);
    }
}
