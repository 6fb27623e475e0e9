using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class AuditTests
{
    [Fact]
    [Trait("Rule", "AUD-2")]
    [Trait("Invariant", "I-23")]
    public async Task Verify_OfAnUntouchedLog_Answers0()
    {
        using var place = await SealedAsync();
        var answer = await place.RunAsync("audit", "verify", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        answer.Json.GetProperty("provenSize").GetInt64().ShouldBeGreaterThan(2);
        answer.Json.GetProperty("warnings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Alter_OfAnEntry_IsRefusedByTheDatabaseWhileItsGuardStands()
    {
        using var place = await SealedAsync();
        place.Guards().ShouldNotBeEmpty();
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => place.Tamper("UPDATE kernel_audit_entry SET outcome = 2 WHERE no = 2"));
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => place.Tamper("DELETE FROM kernel_audit_entry WHERE no = 2"));
    }

    [Theory]
    [InlineData("UPDATE kernel_audit_entry SET outcome = 3 - outcome WHERE no = 2")]
    [InlineData("UPDATE kernel_audit_entry SET at = at + 1 WHERE no = 2")]
    [InlineData("UPDATE kernel_audit_entry SET user_id = zeroblob(16) WHERE no = 2")]
    [InlineData("UPDATE kernel_audit_entry SET event_code = 999 WHERE no = 2")]
    [InlineData("UPDATE kernel_audit_entry SET commitment = randomblob(32) WHERE no = 2")]
    [InlineData("UPDATE kernel_audit_entry SET mac = randomblob(32) WHERE no = 2")]
    [Trait("Rule", "AUD-2")]
    [Trait("Invariant", "I-23")]
    public async Task Verify_AfterAnEntryWasAlteredBySql_NamesItAndAnswers3(string statement)
    {
        using var place = await SealedAsync();
        var id = EntryId(place, 2);
        place.Tamper([.. DropGuards(place), statement]);
        var answer = await place.RunAsync("audit", "verify", "--json");
        answer.Code.ShouldBe(ExitCode.NotVerified);
        var bad = answer.Json.GetProperty("firstBadEntry");
        bad.GetProperty("id").GetGuid().ShouldBe(id);
        bad.GetProperty("leafNumber").GetInt64().ShouldBe(1);
    }

    [Fact]
    [Trait("Invariant", "I-23")]
    public async Task Verify_AfterAnEntryWasDeleted_NamesItsLeafAndAnswers3()
    {
        using var place = await SealedAsync();
        place.Tamper([.. DropGuards(place), "DELETE FROM kernel_audit_entry WHERE no = 2"]);
        var answer = await place.RunAsync("audit", "verify", "--json");
        answer.Code.ShouldBe(ExitCode.NotVerified);
        answer.Json.GetProperty("firstBadEntry").GetProperty("leafNumber").GetInt64().ShouldBe(1);
    }

    [Fact]
    [Trait("Invariant", "I-23")]
    public async Task Verify_AfterAnEntryOfTheTailWasAltered_NamesIt()
    {
        using var place = await new Installation().MigratedAsync();
        var id = EntryId(place, 2);
        place.Tamper([.. DropGuards(place), "UPDATE kernel_audit_entry SET outcome = 2 WHERE no = 2"]);
        var answer = await place.RunAsync("audit", "verify", "--json");
        answer.Code.ShouldBe(ExitCode.NotVerified);
        answer.Json.GetProperty("firstBadEntry").GetProperty("id").GetGuid().ShouldBe(id);
    }

    [Fact]
    [Trait("Invariant", "I-23")]
    public async Task Verify_AfterTheLogWasCutBackBehindACheckpoint_Answers3()
    {
        using var place = await SealedAsync();
        place.Tamper([.. DropGuards(place), "DELETE FROM kernel_audit_entry", "DELETE FROM kernel_audit_leaf", "DELETE FROM kernel_audit_checkpoint", "DELETE FROM kernel_audit_tail"]);
        (await place.RunAsync("audit", "verify", "--json")).Code.ShouldBe(ExitCode.NotVerified);
    }

    [Fact]
    public async Task Verify_ForPeople_SaysTheEntrysIdAndLeaf()
    {
        using var place = await SealedAsync();
        var id = EntryId(place, 2);
        place.Tamper([.. DropGuards(place), "UPDATE kernel_audit_entry SET outcome = 2 WHERE no = 2"]);
        (await place.RunAsync("audit", "verify")).Output.ShouldContain($"leaf 1, id {id}");
    }

    [Fact]
    [Trait("Rule", "AUD-2")]
    public async Task Verify_OfAnExportElsewhere_NeedsItAndThePublicKeyAlone()
    {
        using var place = await new Installation().MigratedAsync();
        var file = place.PathOf("export.jsonl");
        var exported = await place.RunAsync("audit", "export", "--out", file, "--json");
        exported.Code.ShouldBe(ExitCode.Done, exported.Output);
        var key = exported.Json.GetProperty("publicKey").GetString()!;
        var keyFile = place.PathOf("key.txt");
        await File.WriteAllTextAsync(keyFile, key + "\n");
        using var elsewhere = new Installation();
        (await elsewhere.RunAsync("audit", "verify", "--export", file, "--key", key)).Code.ShouldBe(ExitCode.Done);
        (await elsewhere.RunAsync("audit", "verify", "--export", file, "--key", keyFile)).Code.ShouldBe(ExitCode.Done);
        (await elsewhere.RunAsync("audit", "verify", "--export", file, "--json")).ErrorCode.ShouldBe("key.missing");
        System.IO.Directory.Exists(elsewhere.Data).ShouldBeFalse();
    }

    [Fact]
    [Trait("Invariant", "I-23")]
    public async Task Verify_OfAnExportThatWasAltered_Answers3()
    {
        using var place = await new Installation().MigratedAsync();
        var file = place.PathOf("export.jsonl");
        var key = (await place.RunAsync("audit", "export", "--out", file, "--json")).Json.GetProperty("publicKey").GetString()!;
        var lines = await File.ReadAllLinesAsync(file);
        (lines[1], lines[2]) = (lines[2], lines[1]);
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
        var answer = await place.RunAsync("audit", "verify", "--export", file, "--key", key, "--json");
        answer.Code.ShouldBe(ExitCode.NotVerified);
        answer.Json.GetProperty("firstBadEntry").GetProperty("leafNumber").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Verify_WithAnotherInstallationsKey_Answers3()
    {
        using var place = await new Installation().MigratedAsync();
        using var other = await new Installation().MigratedAsync();
        var file = place.PathOf("export.jsonl");
        await place.RunAsync("audit", "export", "--out", file);
        var key = (await other.RunAsync("audit", "export", "--out", other.PathOf("export.jsonl"), "--json")).Json.GetProperty("publicKey").GetString()!;
        (await place.RunAsync("audit", "verify", "--export", file, "--key", key)).Code.ShouldBe(ExitCode.NotVerified);
    }

    [Fact]
    public async Task Verify_WithSomethingThatIsNoKeyOrNoFile_IsRefused()
    {
        using var place = await SealedAsync();
        (await place.RunAsync("audit", "verify", "--key", "nonsense", "--json")).ErrorCode.ShouldBe("key.invalid");
        (await place.RunAsync("audit", "verify", "--export", place.PathOf("none"), "--json")).ErrorCode.ShouldBe("file.missing");
        (await place.RunAsync("audit", "verify", "--checkpoint", place.PathOf("none"), "--json")).ErrorCode.ShouldBe("file.missing");
    }

    [Fact]
    public async Task Export_OverAFile_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        var file = place.PathOf("export.jsonl");
        await File.WriteAllTextAsync(file, "mine");
        (await place.RunAsync("audit", "export", "--out", file, "--json")).ErrorCode.ShouldBe("file.exists");
        (await File.ReadAllTextAsync(file)).ShouldBe("mine");
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task Export_IsRecorded()
    {
        using var place = await SealedAsync();
        place.Ask<long>("SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 602").ShouldBe(1);
    }

    private static async Task<Installation> SealedAsync()
    {
        var place = await new Installation().MigratedAsync();
        (await place.RunAsync("audit", "export", "--out", place.PathOf("sealed.jsonl"))).Code.ShouldBe(ExitCode.Done);
        return place;
    }

    private static string[] DropGuards(Installation place) => [.. place.Guards().Select(name => $"DROP TRIGGER {name}")];

    private static Guid EntryId(Installation place, int no) => new(place.Ask<byte[]>($"SELECT id FROM kernel_audit_entry WHERE no = {no}"), bigEndian: true);
}
