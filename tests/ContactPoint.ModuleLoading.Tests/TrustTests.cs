using System.IO.Compression;
using System.Text;
using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>What is not whole, not signed, or leads elsewhere is refused, and none of its code runs.</summary>
[Trait("Rule", "MOD-2")]
[Trait("Invariant", "I-45")]
public sealed class TrustTests : IDisposable
{
    private readonly ModuleShelf shelf = new();

    [Fact]
    public async Task AnUnsignedModule_IsRefused()
    {
        shelf.Add("Plain");
        File.Delete(shelf.PathOf("Plain", ModuleFiles.SignatureName));

        await RefusedAsync("It is not signed.");
    }

    [Fact]
    public async Task AListThatNobodySigned_IsRefused_OutsideDevelopment()
    {
        shelf.AddSample(signed: false);

        await RefusedAsync("It is not signed.");
    }

    [Fact]
    public async Task AModuleOfAStranger_IsRefused()
    {
        using var stranger = NoteSigningKey.Generate("publisher.example");
        shelf.Add("Plain").Sign("Plain", stranger);

        await RefusedAsync("No publisher that this installation trusts signed it.");
    }

    [Fact]
    public async Task AnAlteredByte_IsRefused()
    {
        var file = shelf.Add("Plain").PathOf("Plain", "ContactPoint.Modules.Plain.dll");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await RefusedAsync("ContactPoint.Modules.Plain.dll was altered.");
    }

    [Fact]
    public async Task AFileTooMany_IsRefused()
    {
        await File.WriteAllTextAsync(shelf.Add("Plain").PathOf("Plain", "more.txt"), "more");

        await RefusedAsync("more.txt is not in its list of files.");
    }

    [Fact]
    public async Task AFileTooFew_IsRefused()
    {
        await File.WriteAllTextAsync(shelf.Add("Plain").PathOf("Plain", "more.txt"), "more");
        shelf.Sign("Plain");
        File.Delete(shelf.PathOf("Plain", "more.txt"));

        await RefusedAsync("more.txt is missing.");
    }

    [Fact]
    public async Task TheSignatureOfAnotherModule_IsRefused()
    {
        shelf.Add("Plain").Add("Other", "other");
        File.Copy(shelf.PathOf("Other", ModuleFiles.SignatureName), shelf.PathOf("Plain", ModuleFiles.SignatureName), overwrite: true);

        var loaded = await shelf.LoadAsync();

        loaded.Statuses.Select(status => (status.Folder, status.State)).ShouldBe([("Other", ModuleState.Ready), ("Plain", ModuleState.Refused)]);
    }

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("/etc/evil.dll")]
    [InlineData("a/../../evil.dll")]
    [InlineData("a\\..\\evil.dll")]
    [InlineData("C:evil.dll")]
    [InlineData("a//evil.dll")]
    public async Task APathThatLeadsOut_IsRefused_ThoughItIsSigned(string path)
    {
        shelf.Add("Plain").SignText("Plain", $"contactpoint-module/1\n{new string('0', 64)} {path}\n");

        await RefusedAsync("Its list of files is malformed, or leads out of its folder.");
    }

    [Theory]
    [InlineData("../ContactPoint.Modules.Plain.dll")]
    [InlineData("inner/ContactPoint.Modules.Plain.dll")]
    [InlineData("/ContactPoint.Modules.Plain.dll")]
    public async Task AnEntryAssemblyElsewhere_IsRefused(string path)
    {
        shelf.Add("Plain", change: manifest => manifest["entryAssembly"] = path);

        await RefusedAsync("The entry assembly is not the name of a .dll in the module's folder.");
    }

    [Fact]
    public async Task ALink_IsRefused_AndNotFollowed()
    {
        shelf.Add("Plain");
        File.CreateSymbolicLink(shelf.PathOf("Plain", "link.txt"), "/etc/hostname");

        await RefusedAsync("link.txt is a link.");
    }

    [Fact]
    public async Task ALinkedFolder_IsRefused()
    {
        using var elsewhere = new ModuleShelf().Add("Plain");
        Directory.CreateSymbolicLink(shelf.PathOf("Plain"), elsewhere.PathOf("Plain"));

        await RefusedAsync("The folder is a link.");
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("a\\..\\..\\evil.txt")]
    public void APackageThatLeadsOut_IsRefused(string path)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = zip.CreateEntry(path).Open();
            content.Write(Encoding.UTF8.GetBytes("x"));
        }

        package.Position = 0;
        ModuleFiles.OfPackage(package).Error!.Message.ShouldEndWith("is not a path that a module's file may have.");
    }

    [Fact]
    public void APackageThatUnpacksToTooMuch_IsRefused()
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = zip.CreateEntry("a.css", CompressionLevel.Fastest).Open();
            var zeroes = new byte[1024 * 1024];
            for (var i = 0; i < 65; i++) content.Write(zeroes);
        }

        package.Position = 0;
        ModuleFiles.OfPackage(package).Error!.Message.ShouldBe("It is larger than 64 MB.");
    }

    [Theory]
    [InlineData("key", "kernel")]
    [InlineData("key", "Plain")]
    [InlineData("key", "a-b")]
    [InlineData("version", "one")]
    [InlineData("name", "")]
    [InlineData("extra", "member")]
    public async Task AManifestThatSaysMoreOrOtherThanItMay_IsRefused(string member, string value)
    {
        shelf.Add("Plain", change: manifest => manifest[member] = value);

        (await shelf.OnlyAsync()).State.ShouldBe(ModuleState.Refused);
    }

    [Fact]
    public async Task AFileOfAKindThatIsNotServed_IsRefused()
    {
        shelf.Add("Plain");
        Directory.CreateDirectory(shelf.PathOf("Plain", "wwwroot"));
        await File.WriteAllTextAsync(shelf.PathOf("Plain", "wwwroot/page.html"), "<script>");
        shelf.Sign("Plain");

        await RefusedAsync("wwwroot/page.html is of a kind that is not served.");
    }

    [Fact]
    [Trait("Rule", "MOD-1")]
    public async Task AListThatTheBuildMade_IsEnoughInDevelopment()
    {
        shelf.AddSample(signed: false);

        (await shelf.OnlyAsync(new ModuleTrust([], UnsignedLists: true))).ShouldSatisfyAllConditions(
            status => status.State.ShouldBe(ModuleState.Ready, status.Reason), status => status.Publisher.ShouldBeNull());
    }

    [Fact]
    [Trait("Rule", "MOD-1")]
    public async Task ASignedModule_IsReady_AndNamesItsPublisher()
    {
        shelf.AddSample();

        (await shelf.OnlyAsync()).ShouldBe(new ModuleStatus("sample", "sample", "Sample", "1.0.0", "publisher.example", ModuleState.Ready, ""));
    }

    public void Dispose() => shelf.Dispose();

    private async Task RefusedAsync(string reason)
    {
        var status = await shelf.OnlyAsync();
        (status.State, status.Reason).ShouldBe((ModuleState.Refused, reason));
    }
}
