using Bunit;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Modules;
using ContactPoint.Shell.Tests.Pages.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

[Trait("Rule", "MOD-2")]
public sealed class ModulesPageTests : PageContext
{
    [Fact]
    public void Modules_ForSomebodyElse_ShowTheRefusalAlone()
    {
        Services.AddSingleton<IModuleOverview>(new Fake(new Error("modules.not-operator", "Only operators.")));

        var page = Render<ModulesPage>();

        page.Markup.ShouldContain("Only operators.");
        page.FindAll("table").ShouldBeEmpty();
    }

    [Fact]
    public void Modules_OfAnOperator_SayStateAndReasonInWords()
    {
        Services.AddSingleton<IModuleOverview>(new Fake(new ModuleList(
        [
            new ModuleStatus("education", "education", "Education", "1.0.0", "publisher.example", ModuleState.Ready, ""),
            new ModuleStatus("odd", null, null, null, null, ModuleState.Refused, "It is not signed."),
        ])));

        var rows = Render<ModulesPage>().FindAll("tbody tr").Select(row => row.TextContent).ToList();

        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("Ready");
        rows[0].ShouldContain("publisher.example");
        rows[1].ShouldContain("Refused");
        rows[1].ShouldContain("It is not signed.");
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public void Rail_OfASuperUser_LeadsToTheModules()
    {
        Person.Caller = Made.Caller(Role.SuperUser, Agency.Administration);

        Render<MainLayout>().FindAll("#cp-rail a").Select(link => link.GetAttribute("href")).ShouldContain("operator/modules");
    }

    private sealed class Fake(Result<ModuleList> answer) : IModuleOverview
    {
        public Task<Result<ModuleList>> ListAsync(CallerContext caller, CancellationToken cancellation = default) => Task.FromResult(answer);
    }
}
