using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>What the build staged, signed by a publisher, as a host looks at it before any of its code runs.</summary>
/// <remarks>That it is loaded is for a process that has not the module on board, as this one has.</remarks>
[Trait("Rule", "MOD-1")]
[Trait("Rule", "MOD-2")]
public sealed class StagedModuleTests : IDisposable
{
    private const string Assembly = "ContactPoint.Modules.Education.dll";

    private readonly SignedModules modules = new("Education");

    [Fact]
    public void AlteredByOneByte_ItIsRefused_AndTheFileIsNamed()
    {
        var path = Path.Combine(modules.Folder, "Education", Assembly);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var status = Verified();

        status.State.ShouldBe(ModuleState.Refused);
        status.Reason.ShouldContain(Assembly);
    }

    [Fact]
    public void OfAPublisherWhoIsNotTrusted_ItIsRefused() => Verified(new ModuleTrust([])).State.ShouldBe(ModuleState.Refused);

    public void Dispose() => modules.Dispose();

    private ModuleStatus Verified(ModuleTrust? trust = null) =>
        new ModuleLoader(trust ?? ModuleTrust.In([modules.Publisher]), DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System).Verify(modules.Folder).Statuses.ShouldHaveSingleItem();
}
