using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Testing;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>Registers as they come in.</summary>
internal static class RegisterWorld
{
    public static async Task<FeedFile> RegisterFileAsync(this World world, byte[] bytes, string number = FeedSuppliers.Whole) => new()
    {
        Source = (await world.Get<IUnitOfWorkFactory>().ReadAsync(unit => world.Get<FeedSuppliers>().FindAsync(ModuleFormats.Establishments, number, unit)))!.Body.Id,
        FileName = "edubasealldata.csv",
        Content = new MemoryStream(bytes),
    };

    public static Task<FeedRunSummary> RegisterAsync(this World world, params Establishment[] rows) => world.RegisterAsync(Establishment.File(rows));

    public static async Task<FeedRunSummary> RegisterAsync(this World world, byte[] bytes, bool approved = false, DateOnly? asAt = null, string number = FeedSuppliers.Whole, CallerContext? caller = null)
    {
        var file = await world.RegisterFileAsync(bytes, number) with { AsAt = asAt };
        var run = await world.Get<IFeeds>().ApplyAsync(caller ?? world.System, file, new FeedOptions { Approved = approved });
        run.Succeeded.ShouldBeTrue(run.Error?.Message);
        return run.Value;
    }

    public static Task<List<OrganisationRow>> SchoolsAsync(this World world) => world.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        await unit.Lease<DirectoryContext>(DisclosureScope.None).Set<OrganisationRow>().AsNoTracking().Where(row => row.Kind == OrganisationKind.School).OrderBy(row => row.RegisterCode).ToListAsync());

    public static async Task<OrganisationRow?> SchoolAsync(this World world, string urn) => (await world.SchoolsAsync()).Find(row => row.RegisterCode == urn);

    /// <summary>The schools as values, without ids and hashes: two directories say the same when these texts are the same.</summary>
    public static async Task<string> PlacesAsync(this World world) => string.Join('\n', (await world.SchoolsAsync()).Select(row => string.Join(
        '|', row.RegisterCode, row.Name, row.Authority, row.State, row.OpenedOn, row.ClosedOn, row.Phone, row.AddressLines, row.Town, row.Postcode, row.Service, row.RegisterAsAt)));

    public static async Task<CallerContext> StewardAsync(this World world, string? authority = "355", Role role = Role.DataSteward) =>
        await (await world.PersonAsync(Agency.Administration, role: role, authority: authority)).CallerAsync();
}
