using ContactPoint.Kernel.Modules;
using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>A local authority's switches and settings: what widens takes two of its super-users, everything else one, and each has a way back.</summary>
[Trait("Rule", "MOD-3")]
public sealed class DeskTests : IDisposable
{
    private const string Days = "sample.keep-days";
    private static readonly LocalAuthorityCode Salford = new("355");

    private readonly ModuleShelf shelf = new ModuleShelf().AddSample();

    [Theory]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.NationalOperations)]
    public async Task SomebodyElse_NeitherReadsNorChanges(Role role)
    {
        await using var office = await Office.StartAsync(shelf);
        var caller = await office.CallerAsync(role);

        (await office.Desk.ReadAsync(caller)).Error!.Code.ShouldBe("module-desk.not-super-user");
        (await office.Desk.ChangeAsync(caller, Days, "30", "10")).Error!.Code.ShouldBe("module-desk.not-super-user");
        (await office.DaysAsync()).ShouldBe(30);
    }

    [Fact]
    [Trait("Rule", "USR-11")]
    public async Task WhatWidens_IsNotDoneByOne_NorConfirmedByTheSame_NorByAnotherAuthority()
    {
        await using var office = await Office.StartAsync(shelf);

        (await office.Desk.ChangeAsync(office.First, "sample", "off", "on")).Value.ShouldBe(ModuleChangeOutcome.Proposed);
        var proposal = (await office.Desk.ReadAsync(office.Second)).Value.Proposals.ShouldHaveSingleItem();

        (await office.Desk.ConfirmAsync(office.First, proposal.Id)).Error!.Code.ShouldBe("act.same-person");
        (await office.Desk.ConfirmAsync(office.Neighbour, proposal.Id)).Error!.Code.ShouldBe("act.not-entitled");
        (await office.Desk.RefuseAsync(office.Neighbour, proposal.Id)).Error!.Code.ShouldBe("act.not-entitled");
        (await office.Desk.ReadAsync(office.Neighbour)).Value.Proposals.ShouldBeEmpty();
        (await office.StateAsync()).ShouldBe(ModuleSwitchState.Off);
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task WithoutAFreshCode_NothingThatWidensIsProposed()
    {
        await using var office = await Office.StartAsync(shelf);
        office.Kernel.Clock.Advance(TimeSpan.FromMinutes(6));

        (await office.Desk.ChangeAsync(office.First, Days, "30", "31")).Error!.Code.ShouldBe("act.step-up");
    }

    [Fact]
    public async Task Confirmed_ItHoldsInThisAuthorityAlone_AndOnOtherNodesWithinASecond()
    {
        await using var office = await Office.StartAsync(shelf);
        await using var node = await office.AnotherNodeAsync();
        (await node.Get<IModuleSwitch>().StateAsync("sample", Salford)).ShouldBe(ModuleSwitchState.Off);

        await office.TurnOnAsync();

        (await office.StateAsync()).ShouldBe(ModuleSwitchState.On);
        (await office.StateAsync(new("352"))).ShouldBe(ModuleSwitchState.Off);
        office.Kernel.Clock.Advance(TimeSpan.FromSeconds(1));
        (await node.Get<IModuleSwitch>().StateAsync("sample", Salford)).ShouldBe(ModuleSwitchState.On);
    }

    [Theory]
    [InlineData(ModuleSwitchState.Off, "module.off")]
    [InlineData(ModuleSwitchState.ReadOnly, "module.read-only")]
    [InlineData(ModuleSwitchState.On, null)]
    public async Task TheGuard_RefusesWritesWhereTheModuleIsNotOn(ModuleSwitchState state, string? code)
    {
        await using var office = await Office.StartAsync(shelf);
        if (state != ModuleSwitchState.Off) await office.TurnOnAsync();
        if (state == ModuleSwitchState.ReadOnly) (await office.Desk.ChangeAsync(office.First, "sample", "on", "read-only")).Value.ShouldBe(ModuleChangeOutcome.Done);

        var switches = office.Kernel.Get<IModuleSwitch>();
        var refused = await office.Kernel.Get<IUnitOfWorkFactory>().RunAsync(unit => switches.MayWriteAsync("sample", office.First, unit));

        refused?.Code.ShouldBe(code);
        (refused is null).ShouldBe(code is null);
        (await switches.MayReadAsync("sample", office.First) is null).ShouldBe(state != ModuleSwitchState.Off);
    }

    [Theory]
    [InlineData("sample.keep-days", "0")]
    [InlineData("sample.keep-days", "many")]
    [InlineData("sample.shown-to", "strangers")]
    [InlineData("sample.greeting", "two\nlines")]
    public async Task AValueThatTheSettingDoesNotTake_IsRefused(string name, string value)
    {
        await using var office = await Office.StartAsync(shelf);
        var before = name == Days ? "30" : name == "sample.shown-to" ? "school" : "";

        (await office.Desk.ChangeAsync(office.First, name, before, value)).Error!.Code.ShouldBe("module-desk.wrong-value");
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task WhatNarrows_HoldsAtOnce_IsRecorded_AndItsWayBackTakesASecondPerson()
    {
        await using var office = await Office.StartAsync(shelf);

        (await office.Desk.ChangeAsync(office.First, Days, "30", " 7 ")).Value.ShouldBe(ModuleChangeOutcome.Done);
        (await office.DaysAsync()).ShouldBe(7);
        (await office.EntriesAsync(AuditEvents.ModuleChanged)).ShouldBe(1);
        var made = (await office.Desk.ReadAsync(office.Second)).Value.History.ShouldHaveSingleItem();
        (made.Before, made.Setting.Value, made.CanBeUndone, made.ConfirmedBy).ShouldBe(("30", "7", true, null));

        (await office.Desk.UndoAsync(office.Second, made.Id)).Value.ShouldBe(ModuleChangeOutcome.Proposed);
        (await office.DaysAsync()).ShouldBe(7);
        (await office.Desk.ConfirmAsync(office.First, (await office.Desk.ReadAsync(office.First)).Value.Proposals.Single().Id)).Value.ShouldBeTrue();
        (await office.DaysAsync()).ShouldBe(30);
        (await office.Desk.ReadAsync(office.First)).Value.History.Select(change => change.CanBeUndone).ShouldBe([true, false], ignoreOrder: true);
    }

    [Fact]
    public async Task AProposal_ThatSomethingCameBetween_IsNotDone_AndOneThatWasRefusedIsGone()
    {
        await using var office = await Office.StartAsync(shelf);
        await office.Desk.ChangeAsync(office.First, Days, "30", "60");
        await office.Desk.ChangeAsync(office.First, Days, "30", "90");
        await office.Desk.ChangeAsync(office.First, Days, "30", "7");
        var open = (await office.Desk.ReadAsync(office.Second)).Value.Proposals;

        (await office.Desk.ConfirmAsync(office.Second, open[0].Id)).Error!.Code.ShouldBe("module-desk.moved");
        (await office.Desk.RefuseAsync(office.Second, open[1].Id)).Value.ShouldBeTrue();
        (await office.Desk.ConfirmAsync(office.Second, open[1].Id)).Error!.Code.ShouldBe("act.not-open");
        (await office.DaysAsync()).ShouldBe(7);
        (await office.Desk.ReadAsync(office.Second)).Value.Proposals.ShouldBeEmpty();
        (await office.Desk.ChangeAsync(office.First, Days, "30", "6")).Error!.Code.ShouldBe("module-desk.moved");
    }

    [Fact]
    public async Task TheHistory_IsInsertOnly()
    {
        if (ModuleShelf.Provider == DatabaseProvider.SqlServer) return;
        await using var office = await Office.StartAsync(shelf);
        await office.Desk.ChangeAsync(office.First, Days, "30", "7");
        await using var connection = new SqliteConnection($"Data Source={office.Kernel.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        foreach (var sql in new[] { "UPDATE kernel_module_change SET after = '8'", "DELETE FROM kernel_module_change" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            (await Should.ThrowAsync<SqliteException>(() => command.ExecuteNonQueryAsync())).Message.ShouldContain("insert-only");
        }
    }

    [Fact]
    public async Task ASettingThatNoModuleHas_IsABug()
    {
        await using var office = await Office.StartAsync(shelf);

        await Should.ThrowAsync<ArgumentException>(() => office.Kernel.Get<IModuleSettings>().ReadAsync("sample.unknown", Salford).AsTask());
        await Should.ThrowAsync<ArgumentException>(() => office.Kernel.Get<IModuleSettings>().ReadAsync("sample", Salford).AsTask());
        (await office.Kernel.Get<IModuleSwitch>().StateAsync("education", Salford)).ShouldBe(ModuleSwitchState.Off);
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public async Task ARight_IsHeldByItsRoleInItsAgency_AsLongAsTheScopeLasts()
    {
        await using var office = await Office.StartAsync(shelf);
        var rights = office.Kernel.Get<IModulePermissions>();
        var teacher = await office.Kernel.Users.CallerAsync(await office.Kernel.Users.CreateAsync(Agency.Education));

        rights.Holds(office.First, "sample.count-visits").ShouldBeFalse();
        rights.Holds(await office.CallerAsync(Role.Practitioner), "sample.count-visits").ShouldBeFalse();
        rights.Holds(teacher, "sample.unknown").ShouldBeFalse();
        rights.Holds(teacher, "sample.count-visits").ShouldBeTrue();
        office.Kernel.Clock.Advance(TimeSpan.FromDays(400));
        rights.Holds(teacher, "sample.count-visits").ShouldBeFalse();
    }

    public void Dispose() => shelf.Dispose();

    private sealed record Office(KernelHost Kernel, ModuleCatalogue Modules, CallerContext First, CallerContext Second, CallerContext Neighbour) : IAsyncDisposable
    {
        public IModuleDesk Desk => Kernel.Get<IModuleDesk>();

        public static async Task<Office> StartAsync(ModuleShelf shelf)
        {
            var modules = await shelf.LoadAsync();
            modules.Ready.ShouldHaveSingleItem(modules.Statuses[0].Reason);
            var kernel = await KernelHost.StartAsync(services => services.AddModules(modules));
            return new Office(kernel, modules, await SuperUserAsync(kernel, "355"), await SuperUserAsync(kernel, "355"), await SuperUserAsync(kernel, "352"));
        }

        public Task<KernelHost> AnotherNodeAsync() => KernelHost.StartAsync(services => services.AddModules(Modules), Kernel);

        public async Task<CallerContext> CallerAsync(Role role) => await Kernel.Users.CallerAsync(await Kernel.Users.CreateAsync(Agency.Administration, role));

        public async Task TurnOnAsync()
        {
            (await Desk.ChangeAsync(First, "sample", "off", "on")).Value.ShouldBe(ModuleChangeOutcome.Proposed);
            (await Desk.ConfirmAsync(Second, (await Desk.ReadAsync(Second)).Value.Proposals.Single().Id)).Value.ShouldBeTrue();
        }

        public ValueTask<ModuleSwitchState> StateAsync(LocalAuthorityCode? authority = null) => Kernel.Get<IModuleSwitch>().StateAsync("sample", authority ?? Salford);

        public async Task<int> DaysAsync() => (await Kernel.Get<IModuleSettings>().ReadAsync(Days, Salford)).Number;

        public Task<long> EntriesAsync(AuditEventType type) => Kernel.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        {
            var command = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @code", "code");
            command.Parameters["@code"].Value = type.Code;
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        });

        public ValueTask DisposeAsync() => Kernel.DisposeAsync();

        private static async Task<CallerContext> SuperUserAsync(KernelHost kernel, string authority) =>
            await kernel.Users.CallerAsync(await kernel.Users.CreateAsync(Agency.Administration, Role.SuperUser, authority: authority));
    }
}
