using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>Who may read how the modules stand; both answers are audited.</summary>
[Trait("Rule", "MOD-2")]
public sealed class OverviewTests : IDisposable
{
    private readonly ModuleShelf shelf = new ModuleShelf().Add("Plain").Add("Throwing", "other");

    [Theory]
    [InlineData(Agency.Health, Role.Practitioner)]
    [InlineData(Agency.Administration, Role.SecurityReviewer)]
    public async Task List_ForSomebodyElse_IsRefusedAndAudited(Agency agency, Role role)
    {
        await using var kernel = await StartAsync();
        var caller = await kernel.Users.CallerAsync(await kernel.Users.CreateAsync(agency, role));

        var list = await kernel.Get<IModuleOverview>().ListAsync(caller);

        list.Error!.Code.ShouldBe("modules.not-operator");
        (await EntriesAsync(kernel, AuditOutcome.Refused)).ShouldBe(1);
    }

    [Theory]
    [InlineData(Role.SuperUser)]
    [InlineData(Role.NationalOperations)]
    public async Task List_ForAnOperator_TellsEachState_AndIsAudited(Role role)
    {
        await using var kernel = await StartAsync();
        var caller = await kernel.Users.CallerAsync(await kernel.Users.CreateAsync(Agency.Administration, role, authority: role == Role.SuperUser ? "355" : null));

        var list = await kernel.Get<IModuleOverview>().ListAsync(caller);

        list.Value.Modules.Select(module => (module.Folder, module.State)).ShouldBe([("Plain", ModuleState.Ready), ("Throwing", ModuleState.Malfunctioned)]);
        (await EntriesAsync(kernel, AuditOutcome.Granted)).ShouldBe(1);
    }

    public void Dispose() => shelf.Dispose();

    private async Task<KernelHost> StartAsync()
    {
        var modules = await shelf.LoadAsync();
        return await KernelHost.StartAsync(services => services.AddModules(modules));
    }

    private static Task<long> EntriesAsync(KernelHost kernel, AuditOutcome outcome) => kernel.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
    {
        var command = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @code AND outcome = @outcome", "code", "outcome");
        command.Parameters["@code"].Value = AuditEvents.ModulesListed.Code;
        command.Parameters["@outcome"].Value = (int)outcome;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    });
}
