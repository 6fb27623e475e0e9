using System.IO.Compression;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

/// <summary>From a staged folder to an installed module, by the command line alone.</summary>
[Trait("Rule", "MOD-1")]
[Trait("Rule", "MOD-2")]
public sealed class ModuleTests : IDisposable
{
    private static readonly string Staged = Path.Combine(AppContext.BaseDirectory, "sample-module");

    private readonly Installation place = new();

    [Fact]
    public async Task Verify_OfWhatNobodySigned_IsRefused()
    {
        var (_, publisher) = await KeyAsync("publisher");
        var package = await PackAsync();

        var answer = await place.RunAsync("module", "verify", package, "--publisher", publisher, "--json");

        (answer.Code, answer.ErrorCode).ShouldBe((ExitCode.Refused, "module.Refused"));
    }

    [Fact]
    public async Task Verify_WithTheKeyOfAnother_IsRefused()
    {
        var (key, _) = await KeyAsync("publisher");
        var (_, stranger) = await KeyAsync("stranger");
        var package = await PackAsync();
        (await place.RunAsync("module", "sign", package, "--key", key)).Code.ShouldBe(ExitCode.Done);

        (await place.RunAsync("module", "verify", package, "--publisher", stranger, "--json")).ErrorCode.ShouldBe("module.Refused");
    }

    [Fact]
    public async Task Verify_AndList_WithoutAPublisher_TrustNobody()
    {
        (await place.RunAsync("module", "verify", Staged, "--json")).ErrorCode.ShouldBe("key.missing");
        (await place.RunAsync("module", "list", "--modules", Path.GetDirectoryName(Staged)!, "--json")).ErrorCode.ShouldBe("key.missing");
    }

    [Fact]
    public async Task Pack_Sign_Verify_Install_List_Migrate()
    {
        var (key, publisher) = await KeyAsync("publisher");
        var package = await PackAsync();
        (await place.RunAsync("module", "sign", package, "--key", key)).Code.ShouldBe(ExitCode.Done);
        var verified = await place.RunAsync("module", "verify", package, "--publisher", publisher, "--json");
        (verified.Code, verified.Json.GetProperty("publisher").GetString()).ShouldBe((ExitCode.Done, "publisher"), verified.Output);

        var modules = place.PathOf("modules");
        ZipFile.ExtractToDirectory(package, Path.Combine(modules, "sample"));
        System.IO.Directory.CreateDirectory(Path.Combine(modules, "stray"));
        var listed = await place.RunAsync("module", "list", "--modules", modules, "--publisher", publisher, "--json");
        listed.Json.GetProperty("modules").EnumerateArray().Select(module => (module.GetProperty("folder").GetString(), module.GetProperty("verified").GetBoolean()))
            .ShouldBe([("sample", true), ("stray", false)]);
        System.IO.Directory.Delete(Path.Combine(modules, "stray"));

        await place.MigratedAsync();
        (await place.RunAsync("migrate", "--check", "--modules", modules, "--publisher", publisher, "--json")).Code.ShouldBe(ExitCode.Refused);
        var migrated = await place.RunAsync("migrate", "--modules", modules, "--publisher", publisher, "--json");
        migrated.Code.ShouldBe(ExitCode.Done, migrated.Output + migrated.Error);
        migrated.Json.GetProperty("applied").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldStartWith("sample: ");
        (await place.RunAsync("migrate", "--check", "--modules", modules, "--publisher", publisher, "--json")).Code.ShouldBe(ExitCode.Done);
        place.Ask<long>("SELECT COUNT(*) FROM sample_visit").ShouldBe(0);
    }

    [Fact]
    public async Task Pack_Twice_GivesTheSameBytes()
    {
        var first = await File.ReadAllBytesAsync(await PackAsync("first.zip"));

        (await File.ReadAllBytesAsync(await PackAsync("second.zip"))).ShouldBe(first);
    }

    public void Dispose() => place.Dispose();

    private async Task<(string File, string Public)> KeyAsync(string name)
    {
        var file = place.PathOf(name + ".key");
        var made = await place.RunAsync("module", "key", name, "--out", file, "--json");
        made.Code.ShouldBe(ExitCode.Done, made.Output);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return (file, made.Json.GetProperty("publisher").GetString()!);
    }

    private async Task<string> PackAsync(string name = "sample.zip")
    {
        var package = place.PathOf(name);
        (await place.RunAsync("module", "pack", Staged, "--out", package)).Code.ShouldBe(ExitCode.Done);
        return package;
    }
}
