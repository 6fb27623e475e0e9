using System.Security.Cryptography;
using System.Text.Json;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Keys;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Keys;

public sealed class KeyRotationTests
{
    [Fact]
    [Trait("Rule", "OPS-3")]
    public async Task Run_ByAPersonWithoutTheRole_IsRefused()
    {
        await using var world = await World.StartAsync();
        var nurse = await world.PersonAsync();

        await Should.ThrowAsync<InvalidOperationException>(async () => await world.Get<KeyRotationJob>().RunAsync(await nurse.CallerAsync()));
    }

    [Fact]
    [Trait("Rule", "OPS-3")]
    public async Task Run_AfterARotation_LeavesNoStaleValueAndEveryRecordReadable()
    {
        await using var before = await World.StartAsync();
        var children = new List<Sdk.Children.ChildId>();
        for (var i = 0; i < 5; i++) children.Add(await before.AddAsync(Given.Child(identity: Given.Identity($"Name{i}"))));
        await AddSealingKeyAsync(before.Host.DataDirectory);
        await using var world = await World.StartAsync(shareWith: before);
        (await StaleAsync(world)).ShouldBeGreaterThan(0);

        var outcome = await world.Get<KeyRotationJob>().RunAsync(world.System);

        (await StaleAsync(world)).ShouldBe(0);
        outcome.Unreadable.ShouldBe(0);
        outcome.Resealed.ShouldBeGreaterThan(20);
        for (var i = 0; i < 5; i++) (await world.ReadAsync(children[i])).Identity!.Name.Value.Family.ShouldBe($"Name{i}");
        (await world.Get<KeyRotationJob>().RunAsync(world.System)).Resealed.ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "OPS-3")]
    public async Task Run_KilledHalfWay_LeavesEveryRecordReadable_AndGoesOn()
    {
        await using var world = await World.StartAsync();
        var children = new List<Sdk.Children.ChildId>();
        for (var i = 0; i < 600; i++) children.Add(await world.AddAsync(Given.Child(identity: Given.Identity($"Name{i}"))));
        var keys = world.Get<ISealingKeys>();
        (await keys.RotateAsync(world.System)).Value.ShouldBe(2u);
        var stale = await StaleAsync(world);
        using var kill = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () => await world.Get<KeyRotationJob>().RunAsync(world.System, new AtOnce(_ => kill.Cancel()), kill.Token));

        var left = await StaleAsync(world);
        left.ShouldBeInRange(1, stale - 1);
        for (var i = 0; i < children.Count; i += 50) (await world.ReadAsync(children[i])).Identity!.Name.Value.Family.ShouldBe($"Name{i}");
        (await world.Get<KeyRotationJob>().RunAsync(world.System)).Resealed.ShouldBe(left);
        (await StaleAsync(world)).ShouldBe(0);
        for (var i = 0; i < children.Count; i += 50) (await world.ReadAsync(children[i])).Identity!.Name.Value.Family.ShouldBe($"Name{i}");
        keys.List().Select(key => (key.Id, key.IsCurrent)).ShouldBe([(1u, false), (2u, true)]);
    }

    [Fact]
    [Trait("Rule", "OPS-3")]
    public async Task Rotate_ByAPerson_IsRefusedAndMakesNoKey()
    {
        await using var world = await World.StartAsync();
        var nurse = await (await world.PersonAsync()).CallerAsync();

        (await world.Get<ISealingKeys>().RotateAsync(nurse)).Error.ShouldBe(GateErrors.OutOfRole);
        (await world.Get<ISealingKeys>().ResealTokensAsync(nurse, dryRun: false)).Error.ShouldBe(GateErrors.OutOfRole);
        world.Get<ISealingKeys>().List().ShouldHaveSingleItem();
    }

    private sealed class AtOnce(Action<KeyRotationOutcome> act) : IProgress<KeyRotationOutcome>
    {
        public void Report(KeyRotationOutcome value) => act(value);
    }

    // What rotating does to the ring: one more key, and from the next start it seals.
    private static Task AddSealingKeyAsync(string dataDirectory) => File.WriteAllTextAsync(
        Path.Combine(dataDirectory, "keys", "seal-000002.key"), JsonSerializer.Serialize(new { Key = RandomNumberGenerator.GetBytes(32) }));

    private static Task<int> StaleAsync(World world) => world.JobAsync(async (pass, unit) =>
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.For(pass));
        var sealer = world.Get<ISealer>();
        List<byte[]> all =
        [
            .. await context.Set<ChildRow>().Select(row => row.IdentitySealed).ToListAsync(),
            .. await context.Set<ChildPartRow>().Select(row => row.DocumentSealed).ToListAsync(),
            .. await context.Set<IdentifierRow>().Select(row => row.ValueSealed).ToListAsync(),
            .. await context.Set<PractitionerRow>().Select(row => row.ContactSealed).ToListAsync(),
        ];
        return all.Count(closed => sealer.IsStale(closed));
    });
}
