using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class UsageTests
{
    public static TheoryData<string[]> Wrong => new()
    {
        new[] { "migrat" },
        new[] { "migrate", "--crate-keys" },
        new[] { "user", "create" },
        new[] { "audit", "export" },
        new[] { "feed", "apply" },
        new[] { "bench", "audit", "--seconds", "0" },
        new[] { "generate", "--children", "0", "--into-database" },
        new[] { "bench", "load", "--children", "99000000" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Run_WithAWrongCommandLine_SaysSoWithExitCode2(string[] arguments)
    {
        using var place = new Installation();
        var answer = await place.RunAsync(arguments);
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Error.ShouldNotBeEmpty();
        System.IO.Directory.Exists(place.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_WithAPasswordAsAnArgument_IsNoUsage()
    {
        using var place = new Installation();
        (await place.RunAsync("user", "create", "--password", "steady lantern under oak")).Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task Help_IsGivenWithExitCode0()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("--help");
        answer.Code.ShouldBe(ExitCode.Done);
        answer.Output.ShouldContain("doctor");
    }

    public static TheoryData<string[]> NeedADatabase => new()
    {
        new[] { "user", "enrol", "--user-name", "nobody" },
        new[] { "audit", "verify" },
        new[] { "migrate", "--check" },
    };

    [Theory]
    [MemberData(nameof(NeedADatabase))]
    public async Task Run_WithoutADatabase_IsRefusedAndMakesNone(string[] arguments)
    {
        using var place = new Installation();
        var answer = await place.RunAsync([.. arguments, "--json"]);
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.ErrorCode.ShouldBe("database.missing");
        System.IO.Directory.Exists(place.Data).ShouldBeFalse();
    }
}
