using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class BenchSearchTests
{
    private const string Children = "\uFEFF\"area\",postcode,id,sex,Surname,forename,middle,dob\r\n"
        + "1,SG1 1DJ,a,F,\"o'brien\",aoife,,2014-03-04\r\n"
        + "\"West, Mid\",,b,M,smith,thomas,lee,2012-12-01\r\n"
        + "3,B1 2AA,c,,khan,zara,,\r\n";

    private const string Queries = "qid,cls,forename,surname,dob,age,sex,postcode,true_id\n"
        + "1,exact,aoife,o'brien,2014-03-04,,F,,a\n2,a class of its own,\"lee\",smith,,13,M,,b\n3,place,zara,khan,,,,B1,c\n";

    [Fact]
    public async Task BenchSearch_OfFilesOfAnyOrderAndQuoting_FindsEachChild()
    {
        using var place = new Installation();
        var (children, queries) = (Write(place, "children.csv", Children), Write(place, "queries.csv", Queries));
        var answer = await place.RunAsync("bench", "search", "--children-file", children, "--queries-file", queries, "--json", "--no-postgres");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        answer.Json.GetProperty("children").GetInt32().ShouldBe(3);
        answer.Json.GetProperty("index").GetProperty("meanRecallAt1").GetDouble().ShouldBe(1);
        answer.Json.GetProperty("index").GetProperty("classes").GetProperty("a class of its own").GetProperty("queries").GetInt32().ShouldBe(1);
        answer.Json.GetProperty("agreement").GetProperty("sameTopTen").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task BenchSearch_OfASyntheticCountry_MeasuresIndexSnapshotAndWrites()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("bench", "search", "--children", "600", "--queries", "2", "--json", "--no-postgres");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        answer.Json.GetProperty("index").GetProperty("classes").EnumerateObject().Count().ShouldBe(19);
        answer.Json.GetProperty("agreement").GetProperty("sameTopTen").GetDouble().ShouldBe(1);
        answer.Json.GetProperty("snapshot").GetProperty("bytes").GetInt64().ShouldBeGreaterThan(600 * 30);
        answer.Json.GetProperty("writes").GetProperty("visibleP95Ms").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task BenchSearch_ThroughTheGate_AsksOnlyWhatAnAcceptedSetCovers_AndFindsWhatTheIndexFinds()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("bench", "search", "--children", "6000", "--queries", "5", "--json", "--no-postgres", "--gate");
        answer.Code.ShouldBe(ExitCode.Done, answer.Error);
        var gate = answer.Json.GetProperty("gate");
        gate.GetProperty("leftOut").GetInt32().ShouldBe(10);
        var classes = gate.GetProperty("figures").GetProperty("classes");
        classes.EnumerateObject().Select(figure => figure.Name).ShouldNotContain("name-only");
        classes.EnumerateObject().Count().ShouldBe(17);
        foreach (var figure in classes.EnumerateObject())
            figure.Value.GetProperty("recallAt10").GetDouble().ShouldBe(gate.GetProperty("index").GetProperty("classes").GetProperty(figure.Name).GetProperty("recallAt10").GetDouble(), figure.Name);
    }

    [Fact]
    public async Task BenchSearch_ThroughTheGateWithFiles_IsRefused()
    {
        using var place = new Installation();
        var (children, queries) = (Write(place, "children.csv", Children), Write(place, "queries.csv", Queries));
        var answer = await place.RunAsync("bench", "search", "--children-file", children, "--queries-file", queries, "--gate", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.ErrorCode.ShouldBe("bench.gate");
    }

    [Fact]
    public async Task BenchSearch_OfAFileWithoutAColumnItNeeds_IsRefused()
    {
        using var place = new Installation();
        var (file, queries) = (Write(place, "children.csv", "id,forename\n1,anna\n"), Write(place, "queries.csv", Queries));
        var answer = await place.RunAsync("bench", "search", "--children-file", file, "--queries-file", queries);
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.Error.ShouldContain("surname");
    }

    private static string Write(Installation place, string name, string text)
    {
        System.IO.Directory.CreateDirectory(place.Data);
        var file = Path.Combine(place.Data, name);
        File.WriteAllText(file, text);
        return file;
    }
}
