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
            System.IO.Directory.CreateDirectory(there);
            await using var host = await KernelHost.StartAsync(services => services.PostConfigure<KernelOptions>(options =>
            {
                options.CheckpointFolders.Add(away);
                options.CheckpointFolders.Add(there);
            }));
            await host.Users.CreateAsync();

            await host.Get<ILedgerSealer>().SealAsync();
            System.IO.Directory.GetFiles(there, "*.note").ShouldHaveSingleItem();

            System.IO.Directory.Exists(away).ShouldBeFalse("an empty mount point is no place");
            System.IO.Directory.CreateDirectory(away);
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

    [Fact, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23"), Trait("Invariant", "I-24")]
    public async Task AnotherNoteOfTheSameSize_IsKept_AndTheTrueOneGoesBesideIt()
    {
        var outside = System.IO.Directory.CreateTempSubdirectory("contactpoint-checkpoints-");
        try
        {
            await using var host = await KernelHost.StartAsync(services => services.PostConfigure<KernelOptions>(options => options.CheckpointFolders.Add(outside.FullName)));
            await host.Users.CreateAsync();
            for (var size = 1; size < 50; size++) await File.WriteAllTextAsync(Path.Combine(outside.FullName, $"checkpoint-{size:D12}.note"), "planted");

            var sealedTo = (await host.Get<ILedgerSealer>().SealAsync()).Size;

            File.ReadAllText(Path.Combine(outside.FullName, $"checkpoint-{sealedTo:D12}.note")).ShouldBe("planted");
            File.ReadAllText(System.IO.Directory.GetFiles(outside.FullName, "*.other-*.note").ShouldHaveSingleItem()).ShouldContain($"\n{sealedTo}\n");
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }
}
