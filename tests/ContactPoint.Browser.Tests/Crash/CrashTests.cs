using System.Globalization;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Directory.Organisations;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>Kill −9 at random points while a feed is applied and records are looked at. CONTACTPOINT_KILLS=200 for the long form.</summary>
/// <remarks>
/// It shows that nothing is disclosed ahead of its commit and that no commit is half. A killed process takes nothing back that the operating system
/// holds, so it does not show that the commit reached the disk: that is SQLite's synchronous=FULL, which the Kernel's tests hold.
/// </remarks>
public sealed class CrashTests(SeededData seeded, ITestOutputHelper output)
{
    private const int LongestLifeMilliseconds = 2_000;
    private const int LongestAimMilliseconds = 100;
    private const string NurseName = "nurse.salford";
    private const string Password = Demo.People.DemoPerson.Password;

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AimWithin = TimeSpan.FromSeconds(20);
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CONTACTPOINT_KILLS") ?? "20", CultureInfo.InvariantCulture);
    private static readonly int MostKills = 3 * Kills;
    private static readonly int LeastTelling = Math.Max(1, Kills / 5);
    private static readonly int Editions = Math.Clamp(2 * Kills, 40, 99);

    [Fact]
    [Trait("Kind", "Crash")]
    [Trait("Invariant", "I-21")]
    [Trait("Invariant", "I-22")]
    [Trait("Invariant", "I-42")]
    [Trait("Rule", "FED-3")]
    public async Task KilledAtAnyPoint_NothingSeenIsUnrecorded_NoBatchIsHalfApplied_AndTheFeedEndsAsIfUndisturbed()
    {
        using var disturbed = await seeded.CopyAsync();
        using var quiet = await seeded.CopyAsync();
        using var rolls = new DataFolder();
        var seed = Random.Shared.Next();
        output.WriteLine($"{Kills} kills, seed {seed}");
        var asAt = DateOnly.FromDateTime(DateTime.UtcNow);
        await CrashRoll.WriteAsync(rolls.Path, Editions, asAt);
        var order = await OrderAsync(disturbed, rolls, asAt);

        var (said, starts, edition) = await KillAsync(order, new Random(seed));
        await FinishAsync(order with { FirstEdition = edition, LastEdition = Math.Min(edition, Editions), StopsWhenApplied = true }, said);
        await FinishAsync(await OrderAsync(quiet, rolls, asAt) with { LastEdition = Math.Min(edition, Editions), StopsWhenApplied = true }, []);

        await using var after = DiskHost.Open(disturbed.Path);
        await using var reference = DiskHost.Open(quiet.Path);
        var evidence = await CrashEvidence.TakeAsync(after);
        evidence.EveryAccessSeenIsRecorded(said);
        await evidence.NoBatchIsHalfApplied();
        var report = await evidence.TheLedgerVerifies();
        (await DirectoryState.OfPupilsAsync(after)).ShouldBe(await DirectoryState.OfPupilsAsync(reference));
        (await DirectoryState.CountsAsync(after)).ShouldBe(await DirectoryState.CountsAsync(reference));
        evidence.FeedEvents().ShouldBe((await CrashEvidence.TakeAsync(reference)).FeedEvents());
        Report(said, starts, edition, report.Entries);
    }

    private static async Task FinishAsync(CrashOrder order, List<string[]> said)
    {
        using var child = new CrashProcess(order);
        await child.EndWellAsync();
        said.AddRange(child.Said);
    }

    private async Task<(List<string[]> Said, List<CrashStart> Starts, int Edition)> KillAsync(CrashOrder order, Random random)
    {
        var said = new List<string[]>();
        var starts = new List<CrashStart>();
        var edition = order.FirstEdition;
        var halfWay = new HashSet<(Guid Run, int Processed)>();
        var (brokenOff, whileLooking) = (0, 0);

        // A kill proves something only when it falls into the work: a machine that is slow today gets more of them, and longer lives.
        for (var kill = 0; kill < Kills || (kill < MostKills && (brokenOff < LeastTelling || whileLooking < LeastTelling)); kill++)
        {
            using var child = new CrashProcess(order with { FirstEdition = edition });

            // Every fifth dies while it is still getting up, the others at work.
            if (kill % 5 != 4) starts.Add((await child.Ready).ShouldNotBeNull("the host did not come up again"));
            if (kill % 5 is 1 or 3) await AimAsync(child, random);
            else await Task.Delay(random.Next(LongestLifeMilliseconds * (1 + (kill / Kills))));
            await child.KillAsync();
            said.AddRange(child.Said);

            await using var host = DiskHost.Open(order.DataDirectory);
            var evidence = await CrashEvidence.TakeAsync(host);
            evidence.EveryAccessSeenIsRecorded(child.Said);
            await evidence.NoBatchIsHalfApplied();
            await evidence.TheLedgerVerifies();
            var runs = await CrashRun.AllAsync(host);
            if (child.Said.Exists(line => line[0] == CrashLine.Opened)) whileLooking++;

            // A run left alone since an earlier kill is not broken off again.
            if (runs.Exists(run => !run.IsApplied && run.Processed > 0 && halfWay.Add((run.Id, run.Processed)))) brokenOff++;
            edition = 1 + runs.Count(run => run.IsApplied);
        }

        output.WriteLine($"{brokenOff} kills left a roll half way, {whileLooking} came while records were being opened");
        brokenOff.ShouldBeGreaterThanOrEqualTo(LeastTelling, "Kills that fall into no roll prove nothing of I-22 and I-42.");
        whileLooking.ShouldBeGreaterThanOrEqualTo(LeastTelling, "Kills while nobody looks prove nothing of I-21.");
        return (said, starts, edition);
    }

    // A machine that is quick or slow today has its rolls elsewhere than a clock would look for them: two of five kills follow the work.
    private static async Task AimAsync(CrashProcess child, Random random)
    {
        await Task.WhenAny(child.HalfWay, Task.Delay(AimWithin));
        await Task.Delay(random.Next(LongestAimMilliseconds));
    }

    private static async Task<CrashOrder> OrderAsync(DataFolder data, DataFolder rolls, DateOnly asAt)
    {
        await using var host = DiskHost.Open(data.Path);
        var attempt = await host.Get<ISignIn>().BeginAsync(NurseName, Password, "127.0.0.1");
        var session = await host.Get<ISignIn>().CompleteAsync(attempt, await new DemoTokens(data.Path).CodeOfAsync(NurseName), "127.0.0.1");
        var schools = await host.Get<IUnitOfWorkFactory>().ReadAsync(unit => host.Get<IOrganisationDirectory>().ListAsync(OrganisationKind.School, unit));
        return new CrashOrder
        {
            DataDirectory = data.Path,
            RollFolder = rolls.Path,
            School = schools.First(school => school.Name.StartsWith("St Luke", StringComparison.Ordinal)).Id,
            Session = session.Value.SessionId,
            AsAt = asAt,
            FirstEdition = 1,
            LastEdition = Editions,
            StopsWhenApplied = false,
        };
    }

    private void Report(List<string[]> said, List<CrashStart> starts, int edition, long entries)
    {
        var elapsed = starts.Select(start => start.Elapsed).Order().ToList();
        var worked = starts.Select(start => start.Worked).Order().ToList();
        var (median, work) = (elapsed[elapsed.Count / 2], worked[worked.Count / 2]);
        output.WriteLine($"{said.Count(line => line[0] == CrashLine.Searched)} searches and {said.Count(line => line[0] == CrashLine.Opened)} openings seen, {entries} entries, {edition} editions of {CrashRoll.Pupils} pupils");
        output.WriteLine($"ready again after {median.TotalSeconds:F2} s at the median, {elapsed[^1].TotalSeconds:F2} s at most; processor time {work.TotalSeconds:F2} s at the median");
        (median < work ? median : work).ShouldBeLessThan(ReadyWithin);
    }
}
