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
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "FED-3")]
    public async Task Apply_OfTheDemoRegister_ChangesSchoolsAndASecondTimeNothing()
    {
        using var place = await new Installation().MigratedAsync();
        await DemoData.SeedAsync(place.Data, 20);
        var register = Path.Combine(place.Data, "demo", "salford-establishments.csv");
        string[] apply = ["feed", "apply", register, "--source", "England", "--format", "education.establishments", "--json", .. With];
        var schools = place.Ask<long>("SELECT COUNT(*) FROM directory_organisation WHERE kind = 1");

        var applied = await place.RunAsync(apply);
        applied.Code.ShouldBe(ExitCode.Done, applied.Output);
        (applied.Json.GetProperty("counts").GetProperty("created").GetInt32(), applied.Json.GetProperty("counts").GetProperty("rejected").GetInt32()).ShouldBe((2, 7), applied.Output);
        place.Ask<long>("SELECT COUNT(*) FROM directory_organisation WHERE kind = 1").ShouldBe(schools + 2);
        place.Ask<long>("SELECT COUNT(*) FROM directory_organisation WHERE kind = 1 AND state = 3").ShouldBe(1);

        var again = await place.RunAsync(apply);
        again.Json.GetProperty("counts").GetProperty("applied").GetInt32().ShouldBe(0, again.Output);
        (await place.RunAsync(["feed", "check", register, "--format", "education.establishments", "--json", .. With])).Json.GetProperty("rejected").GetInt32().ShouldBe(7);
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

    [Fact]
    [Trait("Rule", "FED-2")]
    public async Task Check_OfAFile_SaysRowByRowWhatIsWrong_WithoutADatabase()
    {
        using var place = new Installation();
        var file = place.PathOf("roll.csv");
        await File.WriteAllTextAsync(file, "Surname,Forename,DOB\r\nOsborne,Jayden,14/03/2015\r\nQuartermaine,Ada,31/02/2015\r\n");

        var answer = await place.RunAsync(["feed", "check", file, "--format", "education.roll", "--json", .. With]);
        answer.Code.ShouldBe(ExitCode.Refused);
        (answer.Json.GetProperty("rows").GetInt32(), answer.Json.GetProperty("good").GetInt32(), answer.Json.GetProperty("rejected").GetInt32()).ShouldBe((2, 1, 1));
        var problem = answer.Json.GetProperty("problems")[0];
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()).ShouldBe((3, "date.form", "DOB"));

        var told = await place.RunAsync(["feed", "check", file, "--format", "education.roll", .. With]);
        told.Output.ShouldContain("line 3: date.form (DOB): ");
        told.Output.ShouldNotContain("Quartermaine");
        File.Exists(Path.Combine(place.Data, "contactpoint.db")).ShouldBeFalse();

        (await place.RunAsync(["feed", "check", file, "--format", "education.none", "--json", .. With])).ErrorCode.ShouldBe("feed.unknown-format");
        (await place.RunAsync(["feed", "check", file, "--format", "education.roll", "--profile", "none", "--json", .. With])).ErrorCode.ShouldBe("feed.unknown-profile");
        (await place.RunAsync(["feed", "check", file, "--format", "education.roll", "--profile", "larkrise", "--json", .. With])).Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("file.separator");
        (await place.RunAsync(["feed", "check", file, "--json", .. With])).ErrorCode.ShouldBe("feed.format-needed");
        (await place.RunAsync(["feed", "check", file, "--json"])).ErrorCode.ShouldBe("feed.unknown-format");
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "FED-2")]
    public async Task CheckAndApply_ByAProfileFile_ReadTheExport()
    {
        using var place = await new Installation().MigratedAsync();
        await DemoData.SeedAsync(place.Data, 20);
        var (export, profile, wrong) = (place.PathOf("export.txt"), place.PathOf("profile.json"), place.PathOf("wrong.json"));
        await File.WriteAllTextAsync(export, "Fam|Giv|Born\nQuillfeatherby|Ottokar|14.3.2013\n");
        await File.WriteAllTextAsync(profile, """{"name":"Hollin Bank","separator":"|","headings":{"Fam":"Surname","Giv":"Forename","Born":"DOB"},"dates":["d.M.yyyy"]}""");
        await File.WriteAllTextAsync(wrong, """{"name":"Hollin Bank","headings":{"Fam":"Diagnosis"}}""");
        string[] check = ["feed", "check", export, "--format", "education.roll", "--json", .. With];
        string[] apply = ["feed", "apply", export, "--source", StLukes, "--format", "education.roll", "--json", .. With];

        (await place.RunAsync([.. check, "--profile-file", wrong])).ErrorCode.ShouldBe("profile.form");
        (await place.RunAsync([.. check, "--profile-file", profile, "--profile", "larkrise"])).ErrorCode.ShouldBe("feed.two-profiles");
        (await place.RunAsync([.. apply, "--profile-file", wrong])).ErrorCode.ShouldBe("profile.form");
        (await place.RunAsync(["feed", "apply", export, "--source", StLukes, "--json", .. With, "--profile-file", profile])).ErrorCode.ShouldBe("feed.format-needed");

        (await place.RunAsync([.. check, "--profile-file", profile])).Code.ShouldBe(ExitCode.Done);
        var applied = await place.RunAsync([.. apply, "--profile-file", profile, "--approve"]);
        applied.Code.ShouldBe(ExitCode.Done, applied.Output);
        applied.Json.GetProperty("counts").GetProperty("created").GetInt32().ShouldBe(1, applied.Output);
    }
}
