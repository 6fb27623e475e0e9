using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Folder;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>A body that closed stays where records refer to it, and takes nothing new.</summary>
public sealed class ClosedBodyTests
{
    private static readonly Establishment StLukes = new() { Urn = "105900", Name = "St Luke’s Primary", Status = "Closed", Closed = "31-08-2026" };

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ARollOfASchoolThatClosed_IsRefusedAndTheSchoolIsOfferedNoMore()
    {
        await using var world = await World.StartAsync();
        var (feeds, steward) = (world.Get<IFeeds>(), await world.StewardAsync());
        var before = await world.FeedAsync(Pupil.Number(1));
        (await feeds.SourcesAsync(steward)).Value.Select(source => source.Id).ShouldContain(World.School);
        await world.RegisterAsync(StLukes);

        (await feeds.ApplyAsync(steward, FeedWorld.File(Pupil.File(Pupil.Number(1), Pupil.Number(2))), new FeedOptions())).Error.ShouldBe(FeedErrors.ClosedSource);
        (await feeds.PreviewAsync(steward, FeedWorld.File(Pupil.File(Pupil.Number(2))))).Error.ShouldBe(FeedErrors.ClosedSource);

        (await feeds.SourcesAsync(steward)).Value.Select(source => source.Id).ShouldNotContain(World.School);
        (await feeds.RunsAsync(steward, 0)).Value.Runs.Select(run => run.Id).ShouldContain(before.Id, "what it sent stays to be seen");
        (await world.RecordsAsync()).ShouldHaveSingleItem().Involvements.ShouldHaveSingleItem().End.ShouldBeNull();
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "REC-3")]
    public async Task Open_AChildOfASchoolThatTheRegisterChanged_ShowsTheSchoolAsItIsNow()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Pupil.Number(1));
        var child = (await world.RecordsAsync()).Single().Child;
        var nurse = await world.PersonAsync();
        (await nurse.OpenAsync(child)).School!.Value.School!.ShouldSatisfyAllConditions(card => card.Organisation.ShouldBe("St Luke's Primary"), card => card.HasClosed.ShouldBeFalse());

        await world.RegisterAsync(StLukes with { Phone = "1614960999" });

        (await nurse.OpenAsync(child)).School!.Value.School!.ShouldSatisfyAllConditions(
            card => (card.Organisation, card.Phone, card.HasClosed, card.ClosedOn).ShouldBe(("St Luke’s Primary", "01614960999", true, new DateOnly(2026, 8, 31))),
            card => card.Address!.Postcode.ShouldBe("M6 5AA"));
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task Declare_BySomebodyOfABodyThatClosed_IsRefused()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Pupil.Number(1));
        var child = (await world.RecordsAsync()).Single().Child;
        await world.RegisterAsync(StLukes);
        var pastor = await world.PersonAsync(Agency.Education, World.School);

        (await pastor.DeclareAsync((await pastor.OpenAsync(child)).Pass)).Error.ShouldBe(InvolvementErrors.Closed);
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "FED-3")]
    public async Task Look_AtARegisterInTheFolder_AppliesItOnce()
    {
        await using var world = await World.StartAsync();
        var root = System.IO.Directory.CreateTempSubdirectory("contactpoint-register-");
        try
        {
            var folder = new FeedFolder(
                world.Get<IFeeds>(), world.Get<FeedFormats>(), world.Get<FeedSuppliers>(), world.Get<IUnitOfWorkFactory>(), world.Get<ISystemCaller>(), Options.Create(new FeedFolderOptions { Folder = root.FullName }),
                NullLogger<FeedFolder>.Instance);
            var place = System.IO.Directory.CreateDirectory(Path.Combine(root.FullName, "in", "England", "education.establishments"));
            await System.IO.File.WriteAllBytesAsync(Path.Combine(place.FullName, "edubasealldata.csv"), Establishment.File(StLukes, new Establishment()));
            using var queue = world.Queue();

            for (var look = 0; look < 2; look++) await folder.LookAsync(CancellationToken.None);
            await queue.DrainAsync(CancellationToken.None);
            await folder.LookAsync(CancellationToken.None);

            (await System.IO.File.ReadAllTextAsync(Path.Combine(root.FullName, "out", "England", "education.establishments", "edubasealldata.csv.outcomes.csv"))).ShouldContain("accepted");
            (await world.SchoolAsync("105901")).ShouldNotBeNull();
            (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.ShouldHaveSingleItem().SourceName.ShouldBe("Establishments register (GIAS): England");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
