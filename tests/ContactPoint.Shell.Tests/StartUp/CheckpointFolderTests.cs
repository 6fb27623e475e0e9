using ContactPoint.Kernel.Audit;
using ContactPoint.Shell.StartUp;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.StartUp;

public sealed class CheckpointFolderTests
{
    [Fact]
    [Trait("Rule", "AUD-2")]
    public async Task Checkpoints_GoToEveryFolderThatIsConfigured()
    {
        var outside = System.IO.Directory.CreateTempSubdirectory("contactpoint-checkpoints-");
        try
        {
            await using var app = await ShellApp.StartAsync(new Dictionary<string, string?> { [$"{ProductServices.CheckpointFoldersKey}:0"] = outside.FullName });
            var (browser, _) = await app.SignedInAsync();
            browser.Dispose();

            await app.Get<ILedgerSealer>().SealAsync();

            outside.GetFiles("checkpoint-*.note").ShouldNotBeEmpty();
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }
}
