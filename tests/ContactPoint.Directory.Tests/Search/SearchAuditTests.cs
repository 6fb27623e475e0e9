using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Tests.Search;

public sealed class SearchAuditTests
{
    [Fact]
    [Trait("Rule", "SEA-8")]
    [Trait("Invariant", "I-27")]
    public async Task Find_WhateverComesOfIt_LeavesOneEntryEach()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync();
        var before = await EntriesAsync(world);

        await nurse.FindAsync(new() { FamilyName = "Osborne" });
        await nurse.FindAsync(new() { FamilyName = "Nobody", GivenName = "Atall", DateOfBirth = new DateOnly(2010, 1, 1) });
        await nurse.FindAsync(new() { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) });

        (await EntriesAsync(world)).ShouldBe(before + 3);
    }

    private static Task<long> EntriesAsync(World world) => world.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        Convert.ToInt64(await unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry").ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
}
