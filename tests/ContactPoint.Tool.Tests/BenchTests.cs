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
}
