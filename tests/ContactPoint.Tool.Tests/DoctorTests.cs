using System.Text.Json;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class DoctorTests
{
    [Fact]
    public async Task Doctor_OfASoundInstallation_FindsNothingWrong()
    {
        using var place = await new Installation().MigratedAsync();
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        Names(answer).ShouldBe(["data-directory", "disk", "key-ring", "database", "migrations", "clock", "writable", "audit-log", "sealing", "children", "load"]);
    }

    [Fact]
    public async Task Doctor_WithoutADataDirectory_SaysWhatToDo()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        Bad(answer).GetProperty("do").GetString()!.ShouldContain("--create-keys");
    }

    [Fact]
    public async Task Doctor_WithAMissingKey_NamesIt()
    {
        using var place = await new Installation().MigratedAsync();
        File.Delete(Path.Combine(place.Data, "keys", "mac.key"));
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        Bad(answer).GetProperty("says").GetString()!.ShouldContain("mac");
    }

    [Fact]
    public async Task Doctor_WithAKeyThatOthersCanRead_NamesIt()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = await new Installation().MigratedAsync();
        File.SetUnixFileMode(Path.Combine(place.Data, "keys", "lookup.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        Bad(answer).GetProperty("says").GetString()!.ShouldContain("lookup.key");
    }

    [Fact]
    public async Task Doctor_WithAPendingMigration_SaysToMigrate()
    {
        using var place = await new Installation().MigratedAsync();
        place.Tamper("DELETE FROM directory_migrations");
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        Bad(answer).GetProperty("do").GetString()!.ShouldContain("contactpoint migrate");
    }

    [Fact]
    public async Task Doctor_WithAClockBehindTheNewestEntry_SaysSo()
    {
        using var place = await new Installation().MigratedAsync();
        place.Tamper([.. place.Guards().Select(name => $"DROP TRIGGER {name}"), "UPDATE kernel_audit_entry SET at = at + 3600000000 WHERE no = 1"]);
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        Bad(answer).GetProperty("check").GetString().ShouldBe("clock");
    }

    [Fact]
    public async Task Doctor_WithAnAlteredAuditEntry_SaysToVerify()
    {
        using var place = await new Installation().MigratedAsync();
        place.Tamper([.. place.Guards().Select(name => $"DROP TRIGGER {name}"), "UPDATE kernel_audit_entry SET outcome = 2 WHERE no = 1"]);
        var answer = await place.RunAsync("doctor", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        Bad(answer).GetProperty("do").GetString()!.ShouldContain("audit verify");
    }

    [Fact]
    public async Task Doctor_ForPeople_SaysEachCheckInALine()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync("doctor")).Output.ShouldContain("key-ring");
    }

    private static IEnumerable<string> Names(Answer answer) => answer.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString()!);

    private static JsonElement Bad(Answer answer) =>
        answer.Json.GetProperty("checks").EnumerateArray().First(check => check.GetProperty("health").GetString() == "bad");
}
