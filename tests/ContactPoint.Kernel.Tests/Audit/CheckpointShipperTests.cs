using ContactPoint.Kernel.Audit;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Kernel.Tests.Audit;

public sealed class CheckpointShipperTests
{
    [Fact, Trait("Rule", "AUD-2"), Trait("Invariant", "I-24")]
    public async Task AFolderThatIsAway_StopsNeitherTheSealerNorTheOtherFolders_AndGetsWhatItMissed()
    {
        var outside = System.IO.Directory.CreateTempSubdirectory("contactpoint-checkpoints-");
        try
        {
            var (away, there) = (Path.Combine(outside.FullName, "away"), Path.Combine(outside.FullName, "there"));
            await File.WriteAllTextAsync(away, "no folder");
            await using var host = await KernelHost.StartAsync(services => services.PostConfigure<KernelOptions>(options =>
            {
                options.CheckpointFolders.Add(away);
                options.CheckpointFolders.Add(there);
            }));
            await host.Users.CreateAsync();

            await host.Get<ILedgerSealer>().SealAsync();
            System.IO.Directory.GetFiles(there, "*.note").ShouldHaveSingleItem();

            File.Delete(away);
            await host.Users.CreateAsync();
            await host.Get<ILedgerSealer>().SealAsync();

            System.IO.Directory.GetFiles(there, "*.note").Length.ShouldBe(2);
            System.IO.Directory.GetFiles(away, "*.note").Length.ShouldBe(2);
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }
}
