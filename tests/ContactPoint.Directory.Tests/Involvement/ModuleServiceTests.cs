using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests.Involvement;

/// <summary>Services that modules add: shown as long as their class says, and not at all when the module is gone.</summary>
[Trait("Rule", "INV-2")]
public sealed class ModuleServiceTests
{
    private static readonly ModuleService Universal = new("sample.walk-in", "Walk-in", Agency.Education, ServiceClass.Universal);
    private static readonly ModuleService Additional = new("sample.mentor", "Mentor", Agency.Education, ServiceClass.Additional);
    private static readonly ModuleService Sensitive = new("sample.quiet-room", "Quiet room", Agency.Education, ServiceClass.Sensitive);

    [Theory]
    [InlineData("sample.walk-in", 13)]
    [InlineData("sample.mentor", 37)]
    public async Task AfterItsYears_ACeasedInvolvementIsGone(string service, int months)
    {
        await using var world = await StartAsync(Universal, Additional);

        (await ShownAsync(world, service, world.Today.AddMonths(-months))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sample.walk-in", 11, "Walk-in")]
    [InlineData("sample.mentor", 35, "Mentor")]
    public async Task WithinItsYears_ItIsShownUnderItsName(string service, int months, string name)
    {
        await using var world = await StartAsync(Universal, Additional);

        (await ShownAsync(world, service, world.Today.AddMonths(-months))).ShouldBe([name]);
    }

    [Fact]
    [Trait("Rule", "CON-1")]
    public async Task ASensitiveService_IsNotWritten_AndNotDeclared()
    {
        await using var world = await StartAsync(Sensitive);

        await Should.ThrowAsync<ArgumentException>(() => ShownAsync(world, Sensitive.Code, null));
        await world.JobAsync(async (pass, unit) =>
        {
            var directory = world.Get<IOrganisationDirectory>();
            await directory.SaveAsync(pass, (await directory.FindAsync(World.NurseTeam, unit))! with { ServiceCode = Sensitive.Code }, unit);
            return 0;
        });
        var nurse = await world.PersonAsync();
        var view = await nurse.OpenAsync(await world.AddAsync(Given.Child()));
        (await nurse.DeclareAsync(view.Pass)).Error.ShouldBe(InvolvementErrors.ConsentFirst);
    }

    [Fact]
    public async Task WhenTheModuleIsGone_OrItsServiceBecameSensitive_NothingIsShown()
    {
        await using var with = await StartAsync(Universal);
        var child = await WriteAsync(with, Universal.Code, null);
        await using var gone = await World.StartAsync(with);
        await using var sensitive = await World.StartAsync(with, services => services.AddSingleton<IServiceSource>(new Source([Universal with { Class = ServiceClass.Sensitive }])));

        (await ShownAsync(with, child)).ShouldBe(["Walk-in"]);
        (await ShownAsync(gone, child, Agency.Education)).ShouldBeEmpty();
        (await ShownAsync(sensitive, child, Agency.SocialCare)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ACoreService_KeepsItsMeaning()
    {
        await using var world = await StartAsync(new ModuleService(ServiceCatalogue.SocialWorker.Code, "Anybody", Agency.Voluntary, ServiceClass.Universal));

        world.Get<ServiceCatalogue>().Find(ServiceCatalogue.SocialWorker.Code).ShouldBe(ServiceCatalogue.SocialWorker);
    }

    private static Task<World> StartAsync(params ModuleService[] services) => World.StartAsync(configure: container => container.AddSingleton<IServiceSource>(new Source(services)));

    private static async Task<ChildId> WriteAsync(World world, string service, DateOnly? end)
    {
        var child = Given.Child();
        return await world.AddAsync(child with
        {
            Starts = [.. child.Starts, new InvolvementStart { ServiceCode = service, Organisation = World.NurseTeam, Start = world.Today.AddYears(-4), End = end, From = Given.From(World.NurseTeam) }],
        });
    }

    private static async Task<List<string>> ShownAsync(World world, string service, DateOnly? end) => await ShownAsync(world, await WriteAsync(world, service, end));

    private static async Task<List<string>> ShownAsync(World world, ChildId child, Agency agency = Agency.Health) =>
        [.. (await (await world.PersonAsync(agency)).OpenAsync(child)).Involvements!.Value.Involvements.Select(entry => entry.Service.Name)];

    private sealed class Source(IReadOnlyList<ModuleService> services) : IServiceSource
    {
        public IReadOnlyList<ModuleService> Services => services;
    }
}
