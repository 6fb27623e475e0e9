using ContactPoint.Testing;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class BenchTests
{
    [Fact]
    public async Task BenchAudit_MeasuresEveryLoadAndLeavesTheDataDirectoryAlone()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("bench", "audit", "--seconds", "1", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        foreach (var load in new[] { "sixteenWriters", "inFlight256" }) answer.Json.GetProperty(load).GetProperty("entries").GetInt64().ShouldBeGreaterThan(0);
        foreach (var baseline in new[] { "plainLoop", "oneWriter" })
            answer.Json.GetProperty(baseline).EnumerateArray().Select(figure => figure.GetProperty("entries").GetInt64()).ShouldAllBe(entries => entries > 0);
        answer.Json.GetProperty("verify").GetProperty("perSecond").GetDouble().ShouldBeGreaterThan(0);
        System.IO.Directory.Exists(place.Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData()]
    [InlineData("--one-file")]
    [Trait("Rule", "FED-3")]
    public async Task BenchFeed_AppliesItsRolls_AndTheSameRollsAgainHaveNoEffect(params string[] more)
    {
        using var place = new Installation();
        using var modules = new SignedModules("Education");
        var answer = await place.RunAsync(["bench", "feed", "--children", "2000", "--rows", "400", "--json", "--modules", modules.Folder, "--publisher", modules.Publisher, .. more]);
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        var (first, again) = (answer.Json.GetProperty("first"), answer.Json.GetProperty("again"));
        answer.Json.GetProperty("rows").GetInt32().ShouldBe(400);
        Sum(first).ShouldBe(400);
        first.GetProperty("changes").GetInt64().ShouldBeGreaterThan(0);
        (again.GetProperty("changes").GetInt64(), again.GetProperty("counts").GetProperty("unchanged").GetInt32()).ShouldBe((0L, 400 - first.GetProperty("counts").GetProperty("rejected").GetInt32()));
        foreach (var step in new[] { "receive", "check", "plan", "write" }) first.GetProperty("steps").GetProperty(step).GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        answer.Json.GetProperty("plain").EnumerateArray().Select(figure => figure.GetProperty("count").GetInt64()).ShouldAllBe(count => count == 400);
        System.IO.Directory.Exists(place.Data).ShouldBeFalse();

        static int Sum(System.Text.Json.JsonElement figure) => figure.GetProperty("counts").EnumerateObject().Where(count => count.Name != "ended").Sum(count => count.Value.GetInt32());
    }
}
