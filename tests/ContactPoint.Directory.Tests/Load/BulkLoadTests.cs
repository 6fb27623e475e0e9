using System.Text.Json;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Load;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Load;

public sealed class BulkLoadTests
{
    private const int Count = 200;

    [Fact, Trait("Rule", "REC-9")]
    public async Task TheBulkPath_WritesWhatTheProductReadsAsTheWritersRecord()
    {
        await using var world = await World.StartAsync();
        var whole = Enumerable.Range(0, Count).Select(Whole).ToList();
        foreach (var write in whole) (await world.WriteAsync(write)).Succeeded.ShouldBeTrue();
        var twins = whole.Select(write => write with { Child = Given.NewChild() }).ToList();
        (await BulkAsync(world, twins)).Succeeded.ShouldBeTrue();

        foreach (var (written, loaded) in whole.Zip(twins)) Told(await world.ReadAsync(loaded.Child)).ShouldBe(Told(await world.ReadAsync(written.Child)));
        (await SchemaAsync(world)).ShouldContain(line => line.StartsWith("IX_directory_identifier_blind_scheme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsLoaded_IsFoundByTheIndexThatFollows()
    {
        await using var world = await World.StartAsync();
        await world.Get<Directory.Search.IChildIndex>().CatchUpAsync();
        (await BulkAsync(world, [Given.Child(), Given.Child()])).Succeeded.ShouldBeTrue();
        await world.Get<Directory.Search.IChildIndex>().CatchUpAsync();
        world.Get<Directory.Search.IChildIndex>().Count.ShouldBe(2);
    }

    [Fact]
    public async Task TheSchema_IsTheSameAfterALoad()
    {
        await using var world = await World.StartAsync();
        var before = await SchemaAsync(world);
        (await BulkAsync(world, [Given.Child()])).Succeeded.ShouldBeTrue();
        (await SchemaAsync(world)).ShouldBe(before);
    }

    [Fact]
    public async Task AnotherJob_MayNotLoad()
    {
        await using var world = await World.StartAsync();
        var load = world.Get<IBulkLoad>();
        var refused = await world.JobAsync(async (pass, unit) => await load.WriteAsync(pass, load.Seal(pass, [Given.Child()]), unit), JobName.IndexBuild);
        refused.Error.ShouldBe(GateErrors.NoSuchJob);
    }

    [Fact]
    public async Task ARecordThatIsNotNew_IsABugOfTheCaller()
    {
        await using var world = await World.StartAsync();
        var load = world.Get<IBulkLoad>();
        await Should.ThrowAsync<ArgumentException>(() => world.JobAsync((pass, _) => ValueTask.FromResult(load.Seal(pass, [Given.Child() with { ExpectedVersion = 1 }]))));
        await Should.ThrowAsync<ArgumentException>(() => world.JobAsync((pass, _) => ValueTask.FromResult(load.Seal(pass, [Given.Child() with { Identity = null }]))));
    }

    [Fact]
    public async Task MoreThanAFollowerLooksBack_AreNotSealedAtOnce()
    {
        await using var world = await World.StartAsync();
        var load = world.Get<IBulkLoad>();
        await Should.ThrowAsync<ArgumentException>(() => world.JobAsync((pass, _) => ValueTask.FromResult(load.Seal(pass, Enumerable.Repeat(Given.Child(), IBulkLoad.MostAtOnce + 1)))));
    }

    [Fact]
    public void TheColumnsOfTheBulkPath_AreThoseOfBothModels()
    {
        using var sqlite = new SqliteDirectoryContext(new DbContextOptionsBuilder<SqliteDirectoryContext>().UseSqlite("Data Source=:memory:").Options, DisclosureScope.None);
        using var sqlServer = new SqlServerDirectoryContext(new DbContextOptionsBuilder<SqlServerDirectoryContext>().UseSqlServer("Server=nowhere").Options, DisclosureScope.None);
        foreach (var table in LoadTable.All)
        {
            Columns(sqlite, $"directory_{table.Name}").ShouldBe(table.Columns.Order(StringComparer.Ordinal));
            Columns(sqlServer, table.Name).ShouldBe(table.Columns.Order(StringComparer.Ordinal));
        }
    }

    private static Task<Result<bool>> BulkAsync(World world, IReadOnlyList<ChildWrite> children) => world.JobAsync(async (pass, unit) =>
    {
        var load = world.Get<IBulkLoad>();
        (await load.BeginAsync(pass, unit)).Succeeded.ShouldBeTrue();
        (await load.WriteAsync(pass, load.Seal(pass, children), unit)).Succeeded.ShouldBeTrue();
        return await load.FinishAsync(pass, unit);
    });

    // Every kind of part and of involvement, in turn.
    private static ChildWrite Whole(int number)
    {
        var from = Given.From() with { FeedRun = number % 3 == 0 ? Guid.NewGuid() : null };
        return Given.Child() with
        {
            State = number % 7 == 0 ? RecordState.Provisional : null,
            Supplier = number % 7 == 0 ? World.School : null,
            FormerAddresses = number % 2 == 0 ? [new(new FormerAddress(new Address(["1 Old Lane"], "Salford", "M6 5AB"), new DateOnly(2020, 1, 2)), from)] : null,
            LeadProfessional = number % 5 == 0 ? new(new LeadProfessional(World.Nurse, new DateOnly(2026, 1, 5)), from) : null,
            EarlyHelp = number % 4 == 0 ? new(new EarlyHelpAssessment { Status = EarlyHelpStatus.InProgress, Holder = World.Nurse, Started = new DateOnly(2026, 1, 2) }, from) : null,
            Starts =
            [
                .. Given.Child().Starts,
                new InvolvementStart
                {
                    ServiceCode = Directory.Involvement.ServiceCatalogue.SchoolNurse.Code, Organisation = World.NurseTeam, Practitioner = number % 2 == 0 ? World.Nurse : null,
                    Start = new DateOnly(2025, 1, 2), End = number % 3 == 0 ? new DateOnly(2026, 2, 3) : null, IsConfirmed = number % 5 != 0, From = from,
                },
            ],
        };
    }

    private static string Told(ChildRecord record) => JsonSerializer.Serialize(new
    {
        record.Version,
        record.State,
        Authority = record.Authority?.Value,
        record.Education,
        record.Supplier,
        record.Identity,
        record.Whereabouts,
        record.FormerAddresses,
        record.Carers,
        record.LeadProfessional,
        record.EarlyHelp,
        Identifiers = record.Identifiers.OrderBy(one => one.Scheme, StringComparer.Ordinal),
        Involvements = record.Involvements.Select(one => one with { Id = Guid.Empty }).OrderBy(one => one.ServiceCode, StringComparer.Ordinal),
    });

    private static List<string> Columns(DbContext context, string table) =>
        [.. context.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table).GetProperties()
            .Where(property => property.ValueGenerated == Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never || property.GetColumnName() != "sequence")
            .Select(property => property.GetColumnName()).Order(StringComparer.Ordinal)];

    private static Task<List<string>> SchemaAsync(World world) => world.JobAsync(async (_, unit) =>
    {
        Assert.SkipWhen(unit.Provider != DatabaseProvider.Sqlite, "SQL Server keeps its indexes during a load.");
        var names = new List<string>();
        await using var reader = await unit.Prepare("SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_master ORDER BY name").ExecuteReaderAsync();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    });
}
