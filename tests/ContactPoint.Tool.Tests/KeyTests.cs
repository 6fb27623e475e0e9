using System.Security.Cryptography;
using System.Text.Json;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

[Trait("Rule", "OPS-3")]
public sealed class KeyTests
{
    [Fact]
    public async Task Rotate_WithTheKeysOfAnotherInstallation_IsRefusedAndAddsNone()
    {
        using var place = await SeededAsync();
        await File.WriteAllTextAsync(KeyFile(place, 1), JsonSerializer.Serialize(new { Key = RandomNumberGenerator.GetBytes(32) }));

        var answer = await place.RunAsync("key", "rotate", "--json");

        (answer.Code, answer.ErrorCode).ShouldBe((ExitCode.Refused, "key.wrong"));
        File.Exists(KeyFile(place, 2)).ShouldBeFalse();
    }

    [Fact]
    public async Task Rotate_WithoutAnyKey_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        System.IO.Directory.Delete(Path.Combine(place.Data, "keys"), recursive: true);
        (await place.RunAsync("key", "rotate", "--json")).ErrorCode.ShouldBe("keys.missing");
        (await place.RunAsync("key", "list", "--json")).ErrorCode.ShouldBe("keys.missing");
    }

    [Fact]
    public async Task Continue_WithTheOldKeyMissing_SaysSo_AndGoesOnOnceItIsBack()
    {
        using var place = await SeededAsync();
        var old = KeyFile(place, 1);
        await File.WriteAllTextAsync(KeyFile(place, 2), JsonSerializer.Serialize(new { Key = RandomNumberGenerator.GetBytes(32) }));
        File.Move(old, old + ".away");

        (await place.RunAsync("key", "rotate", "--continue", "--json")).ErrorCode.ShouldBe("key.unreadable");

        File.Move(old + ".away", old);
        var answer = await place.RunAsync("key", "rotate", "--continue", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        answer.Json.GetProperty("resealed").GetInt64().ShouldBeGreaterThan(200);
        File.Exists(KeyFile(place, 3)).ShouldBeFalse();
    }

    [Fact]
    public async Task Rotate_SealsTokensAndRecordsAgain_IsAudited_AndListTellsNumbersAndAgesAlone()
    {
        using var place = await SeededAsync();

        var rotated = await place.RunAsync("key", "rotate", "--json");

        rotated.Code.ShouldBe(ExitCode.Done, rotated.Output + rotated.Error);
        rotated.Json.GetProperty("current").GetInt32().ShouldBe(2);
        rotated.Json.GetProperty("unreadable").GetInt64().ShouldBe(0);
        rotated.Json.GetProperty("resealed").GetInt64().ShouldBe(rotated.Json.GetProperty("read").GetInt64());

        // Byte 4 of a sealed value is the last of its key's number.
        place.Ask<long>("SELECT COUNT(*) FROM kernel_token WHERE substr(secret, 5, 1) <> x'02'").ShouldBe(0);
        place.Ask<long>("SELECT COUNT(*) FROM directory_child WHERE substr(identity_sealed, 5, 1) <> x'02'").ShouldBe(0);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_token").ShouldBeGreaterThan(0);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 700 AND outcome = 1").ShouldBe(3, "the key, the tokens, the directory");
        (await place.RunAsync("key", "rotate", "--continue", "--json")).Json.GetProperty("resealed").GetInt64().ShouldBe(0);
        (await place.RunAsync("audit", "verify", "--json")).Code.ShouldBe(ExitCode.Done);

        var listed = await place.RunAsync("key", "list", "--json");
        listed.Json.GetProperty("keys").EnumerateArray().Select(key => (key.GetProperty("id").GetInt32(), key.GetProperty("isCurrent").GetBoolean(), key.GetProperty("ageDays").GetInt32()))
            .ShouldBe([(1, false, 0), (2, true, 0)]);
        var people = await place.RunAsync("key", "list");
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(place.Data, "keys"), "seal-*.key"))
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            var bytes = document.RootElement.GetProperty("Key").GetString()!;
            listed.Output.ShouldNotContain(bytes);
            people.Output.ShouldNotContain(bytes);
        }
    }

    private static string KeyFile(Installation place, int number) => Path.Combine(place.Data, "keys", $"seal-{number:D6}.key");

    private static async Task<Installation> SeededAsync()
    {
        var place = await new Installation().MigratedAsync();
        await DemoData.SeedAsync(place.Data, 100);
        return place;
    }
}
