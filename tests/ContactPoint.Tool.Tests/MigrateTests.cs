using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class MigrateTests
{
    [Fact]
    public async Task Migrate_WithoutKeysAndWithoutLeaveToMakeThem_IsRefusedAndChangesNothing()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("migrate", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.ErrorCode.ShouldBe("keys.missing");
        File.Exists(place.DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Migrate_OfADatabaseWhoseKeysAreLost_IsRefusedEvenWithCreateKeys()
    {
        using var place = await new Installation().MigratedAsync();
        System.IO.Directory.Delete(Path.Combine(place.Data, "keys"), recursive: true);
        var answer = await place.RunAsync("migrate", "--create-keys", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.ErrorCode.ShouldBe("keys.lost");
        System.IO.Directory.Exists(Path.Combine(place.Data, "keys")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Invariant", "I-24")]
    public async Task Migrate_WithAnOrigin_WhereKeysAreThereOrNoneAreMade_IsRefused()
    {
        using var place = new Installation();
        (await place.RunAsync("migrate", "--create-keys", "--origin", "https://directory.example.org", "--json")).Code.ShouldBe(ExitCode.Usage);
        (await place.RunAsync("migrate", "--create-keys", "--origin", "two words", "--json")).Code.ShouldBe(ExitCode.Usage);
        (await place.RunAsync("migrate", "--create-keys")).Code.ShouldBe(ExitCode.Done);
        (await place.RunAsync("migrate", "--create-keys", "--origin", "directory.example.org/audit", "--json")).ErrorCode.ShouldBe("origin.set");
        (await place.RunAsync("migrate", "--origin", "directory.example.org/audit", "--json")).ErrorCode.ShouldBe("origin.set");
    }

    [Fact]
    [Trait("Invariant", "I-24")]
    public async Task Migrate_WithAnOrigin_NamesKeyCheckpointsAndExport()
    {
        using var place = new Installation();
        var made = await place.RunAsync("migrate", "--create-keys", "--origin", "directory.example.org/audit", "--json");
        made.Json.GetProperty("publicKey").GetString()!.ShouldStartWith("directory.example.org/audit+");

        // The commands after it are told nothing: they take the name from the key.
        (await place.RunAsync("audit", "verify", "--json")).Code.ShouldBe(ExitCode.Done);
        var export = place.PathOf("log");
        (await place.RunAsync("audit", "export", "--out", export)).Code.ShouldBe(ExitCode.Done);
        (await place.RunAsync("audit", "verify", "--export", export, "--key", made.Json.GetProperty("publicKey").GetString()!, "--json")).Code.ShouldBe(ExitCode.Done);
        place.Ask<string>("SELECT note FROM kernel_audit_checkpoint ORDER BY size DESC LIMIT 1").ShouldStartWith("directory.example.org/audit\n");
    }

    [Fact]
    public async Task Migrate_OfANewDatabase_MakesKeysForTheOwnerAloneAndSaysThePublicKey()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("migrate", "--create-keys", "--json");
        answer.Code.ShouldBe(ExitCode.Done);
        answer.Json.GetProperty("applied").GetArrayLength().ShouldBeGreaterThan(1);
        answer.Json.GetProperty("publicKey").GetString()!.ShouldContain("+");
        if (OperatingSystem.IsWindows()) return;
        foreach (var key in System.IO.Directory.GetFiles(Path.Combine(place.Data, "keys"), "*.key"))
            File.GetUnixFileMode(key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task Migrate_IsRecordedOnceByTheAccountOfTheCommandLine()
    {
        using var place = await new Installation().MigratedAsync();
        await place.RunAsync("migrate");
        place.Ask<long>("SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 701").ShouldBe(1);
    }

    [Fact]
    public async Task Check_OfADatabaseThatIsUpToDate_Answers0()
    {
        using var place = await new Installation().MigratedAsync();
        var answer = await place.RunAsync("migrate", "--check", "--json");
        answer.Code.ShouldBe(ExitCode.Done);
        answer.Json.GetProperty("pending").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Check_OfADatabaseThatIsBehind_NamesWhatIsPendingAndAnswers1()
    {
        using var place = await new Installation().MigratedAsync();
        place.Tamper("DELETE FROM directory_migrations");
        var answer = await place.RunAsync("migrate", "--check", "--json");
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.Json.GetProperty("pending")[0].GetString()!.ShouldStartWith("directory: ");
        (await place.RunAsync("user", "enrol", "--user-name", "nobody", "--json")).ErrorCode.ShouldBe("database.pending");
    }
}
