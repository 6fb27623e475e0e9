using ContactPoint.Kernel;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>The module that the build staged, on a real database: its tables are brought up to date, or it stays out until they are.</summary>
[Trait("Rule", "MOD-1")]
public sealed class TablesTests : IDisposable
{
    private readonly ModuleShelf shelf = new ModuleShelf().AddSample();

    [Fact]
    [Trait("Invariant", "I-45")]
    public async Task APendingMigration_KeepsTheModuleOut_OutsideDevelopment()
    {
        var modules = await shelf.LoadAsync();
        await using var kernel = await KernelHost.StartAsync(services => services.AddModules(modules));

        await ModuleMigrations.RunAsync(modules, kernel.Get<Migrator>(), mayMigrate: false);

        modules.Ready.ShouldBeEmpty();
        modules.Statuses[0].ShouldSatisfyAllConditions(
            status => status.State.ShouldBe(ModuleState.PendingMigration), status => status.Reason.ShouldStartWith("1 migrations are pending."));
        (await kernel.Get<Migrator>().PendingAsync()).ShouldBeEmpty("a module's tables must not close the host");
    }

    [Fact]
    [Trait("Rule", "MOD-2")]
    public async Task Migrated_TheModuleIsReady_AndItsHandlerWritesItsOwnTable()
    {
        var modules = await shelf.LoadAsync();
        await using var kernel = await KernelHost.StartAsync(services => services.AddModules(modules).Configure<KernelOptions>(options => options.ModulesStartOn = true));

        var applied = await ModuleMigrations.RunAsync(modules, kernel.Get<Migrator>(), mayMigrate: true);

        applied.ShouldHaveSingleItem().ShouldStartWith("sample: ");
        var module = modules.Ready.ShouldHaveSingleItem();
        using var scope = kernel.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<AmbientSession>().Set((await kernel.Users.SignInAsync(await kernel.Users.CreateAsync(Agency.Education))).SessionId);
        dynamic handler = scope.ServiceProvider.GetRequiredService(module.Assembly.GetType("ContactPoint.Modules.Sample.Visits.CountVisitHandler", throwOnError: true)!);
        ((int)(await handler.RunAsync()).Value).ShouldBe(1);
        ((int)(await handler.RunAsync()).Value).ShouldBe(2);
        if (ModuleShelf.Provider == DatabaseProvider.SqlServer) return;
        Tables(kernel).ShouldBe(["sample_migrations", "sample_note", "sample_visit"]);
    }

    [Fact]
    public async Task TheHostsOwnAssemblies_AreSharedWithTheModule_AndNothingElseOfTheHost()
    {
        var assembly = (await shelf.LoadAsync()).Ready.ShouldHaveSingleItem().Assembly;
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)!;

        context.LoadFromAssemblyName(new System.Reflection.AssemblyName("ContactPoint.Sdk")).ShouldBeSameAs(typeof(Sdk.Modules.IAgencyModule).Assembly);
        Should.Throw<FileNotFoundException>(() => context.LoadFromAssemblyName(new System.Reflection.AssemblyName("ContactPoint.Kernel")));
        System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies.ShouldNotContain(assembly);
    }

    public void Dispose() => shelf.Dispose();

    private static List<string> Tables(KernelHost kernel)
    {
        using var connection = new SqliteConnection($"Data Source={kernel.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'sample%' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }
}
