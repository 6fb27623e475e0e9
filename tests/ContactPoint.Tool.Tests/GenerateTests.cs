using System.Security.Cryptography;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Synthetic;
using ContactPoint.Testing;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Generate;

namespace ContactPoint.Tool.Tests;

public sealed class GenerateTests
{
    [Fact]
    public async Task TwoRuns_WriteTheSameBytes_AndAnotherSeedOthers()
    {
        using var place = new Installation();
        var first = await HashAsync(place, "one", "7");
        (await HashAsync(place, "two", "7")).ShouldBe(first);
        (await HashAsync(place, "three", "8")).ShouldNotBe(first);
        System.IO.Directory.Exists(place.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task TheFiles_HaveTheLayoutsOfTheBenches()
    {
        using var place = new Installation();
        await HashAsync(place, "out", "7");
        Header("children.csv").ShouldBe("id,forename,middle,surname,sex,dob,postcode,area");
        Header("queries.csv").ShouldBe("qid,cls,forename,surname,dob,age,sex,postcode,true_id");
        Header("feed.csv").ShouldBe("rec_id,forename,middle,surname,sex,dob,postcode,true_id");
        var children = File.ReadLines(place.PathOf("out/children.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0]);
        children.Count.ShouldBe(3_000);
        foreach (var cells in File.ReadLines(place.PathOf("out/queries.csv")).Skip(1).Select(line => line.Split(','))) children.ShouldContainKey(cells[^1]);
        var feed = File.ReadLines(place.PathOf("out/feed.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        feed.Count(cells => cells[^1].Length == 0).ShouldBeInRange(feed.Count / 20, feed.Count / 5);

        string Header(string file) => File.ReadLines(place.PathOf("out/" + file)).First();
    }

    [Fact]
    public async Task ARoll_IsReadByTheProduct_WithoutARejectedRowOrAChildTooMany()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync("generate", "--children", "3000", "--seed", "7", "--into-database")).Code.ShouldBe(ExitCode.Done);
        await HashAsync(place, "out", "7", rolls: "60");
        var roll = System.IO.Directory.GetFiles(place.PathOf("out/rolls"), "roll-*.csv").MaxBy(file => File.ReadLines(file).Count())!;
        File.ReadLines(roll).Count().ShouldBeGreaterThan(10);
        using var modules = new SignedModules("Education");
        var school = Path.GetFileNameWithoutExtension(roll)["roll-".Length..];
        var answer = await place.RunAsync("feed", "apply", roll, "--source", school, "--as-at", "2026-09-02", "--approve", "--json", "--modules", modules.Folder, "--publisher", modules.Publisher);
        var counts = answer.Json.GetProperty("counts");
        counts.GetProperty("rejected").GetInt32().ShouldBe(0, answer.Output);
        counts.GetProperty("created").GetInt32().ShouldBe(0, answer.Output);
        answer.Json.GetProperty("rows").GetInt32().ShouldBe(File.ReadLines(roll).Count() - 1);
    }

    [Fact]
    public async Task ADatabaseWithChildren_IsRefused_AndKeepsThem()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync("generate", "--children", "300", "--into-database")).Code.ShouldBe(ExitCode.Done);
        var again = await place.RunAsync("generate", "--children", "300", "--seed", "2", "--into-database", "--json");
        again.Code.ShouldBe(ExitCode.Refused);
        again.ErrorCode.ShouldBe("generate.not-empty");
        place.Ask<long>("SELECT COUNT(*) FROM directory_child").ShouldBe(300);
    }

    [Fact]
    public async Task ADatabaseThatIsInUse_IsNotMarkedAsSynthetic()
    {
        using var place = await new Installation().MigratedAsync();
        place.Tamper("INSERT INTO kernel_accreditation (organisation_id, name, accredited, changed_at) VALUES (randomblob(16), 'x', 1, 1)");
        var answer = await place.RunAsync("generate", "--children", "60", "--into-database", "--json");
        answer.ErrorCode.ShouldBe("synthetic.in-use");
        place.Ask<long>("SELECT COUNT(*) FROM directory_child").ShouldBe(0);
    }

    [Fact]
    public async Task ALoad_IsOneEntryOfTheAuditLog_AndMarksTheDatabase()
    {
        using var place = await new Installation().MigratedAsync();
        var answer = await place.RunAsync("generate", "--children", "6000", "--into-database", "--json");
        answer.Json.GetProperty("written").GetInt64().ShouldBe(6_000);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_installation WHERE name = 'synthetic'").ShouldBe(1);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_installation WHERE name = 'synthetic-load'").ShouldBe(0);
        (await place.RunAsync("audit", "verify")).Code.ShouldBe(ExitCode.Done);
        place.Ask<long>($"SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = {ContactPoint.Sdk.Audit.AuditEvents.ChildCreated.Code}").ShouldBe(1);
    }

    [Fact]
    public async Task ALoadThatWasBrokenOff_GoesOn_AndNeverPassesAsWhole()
    {
        using var place = await new Installation().MigratedAsync();
        using var stop = new CancellationTokenSource();
        await using (var host = ToolHost.Open(new DataPlace(place.Data, null)))
        {
            await Should.ThrowAsync<OperationCanceledException>(() => host.ActAsync(
                caller => new CountryLoad(host, caller, new SyntheticCountry(5, 9_000)).RunAsync(new StopAfter(stop, 4_000), stop.Token), CancellationToken.None));
        }

        var half = place.Ask<long>("SELECT COUNT(*) FROM directory_child");
        half.ShouldBeInRange(1, 8_999);
        (await place.RunAsync("doctor")).Code.ShouldBe(ExitCode.Refused);
        (await place.RunAsync("generate", "--children", "9000", "--seed", "6", "--into-database", "--json")).ErrorCode.ShouldBe("generate.other-load");

        var answer = await place.RunAsync("generate", "--children", "9000", "--seed", "5", "--into-database", "--json");
        answer.Json.GetProperty("wentOn").GetBoolean().ShouldBeTrue();
        answer.Json.GetProperty("written").GetInt64().ShouldBe(9_000 - half);
        place.Ask<long>("SELECT COUNT(DISTINCT child_id) FROM directory_child").ShouldBe(9_000);
        place.Ask<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'IX_directory_identifier_blind_scheme'").ShouldBe(1);
    }

    [Fact]
    public async Task ALoadThatStoppedBetweenTwoCommits_GoesOn()
    {
        using var place = await new Installation().MigratedAsync();
        using var killed = new Installation();
        await using (var host = ToolHost.Open(new DataPlace(place.Data, null), keepsIndex: true))
        {
            // The files as they are between two commits, and no word of goodbye.
            var copy = new CopyAt(place.Data, killed.Data, 4_000);
            (await host.ActAsync(caller => new CountryLoad(host, caller, new SyntheticCountry(5, 9_000)).RunAsync(copy, CancellationToken.None), CancellationToken.None)).Succeeded.ShouldBeTrue();
        }

        var half = killed.Ask<long>("SELECT COUNT(*) FROM directory_child");
        half.ShouldBeInRange(1, 8_999);
        (await killed.RunAsync("doctor")).Code.ShouldBe(ExitCode.Refused);
        var answer = await killed.RunAsync("generate", "--children", "9000", "--seed", "5", "--into-database", "--json");
        answer.Json.GetProperty("written").GetInt64().ShouldBe(9_000 - half, answer.Output);
        foreach (var table in new[] { "child", "child_part", "identifier", "involvement", "child_change" })
            killed.Ask<long>($"SELECT COUNT(*) FROM directory_{table}").ShouldBe(place.Ask<long>($"SELECT COUNT(*) FROM directory_{table}"));
        killed.Ask<string>("PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    public async Task WhatALoadWrote_HangsTogether_ThoughNoForeignKeyWasLookedUp()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync("generate", "--children", "3000", "--into-database")).Code.ShouldBe(ExitCode.Done);
        place.Ask<long>("SELECT COUNT(*) FROM pragma_foreign_key_check").ShouldBe(0);
        place.Ask<string>("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task TheSearchIndexOfALoad_IsThatOfTheDatabase_AndReadyWithoutReadingIt()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync("generate", "--children", "3000", "--seed", "7", "--into-database")).Code.ShouldBe(ExitCode.Done);
        var built = await FoundAsync(place, keepsIndex: false);
        (await FoundAsync(place, keepsIndex: true)).ShouldBe(built);
        place.Tamper("UPDATE directory_child SET identity_sealed = x'00'");
        (await FoundAsync(place, keepsIndex: true)).ShouldBe(built);
    }

    // What the index finds for a hundred children of the country, with scores.
    private static async Task<string> FoundAsync(Installation place, bool keepsIndex)
    {
        await using var host = ToolHost.Open(new DataPlace(place.Data, null), keepsIndex: keepsIndex);
        var index = host.Get<IChildIndex>();
        await index.CatchUpAsync();
        index.Count.ShouldBe(3_000);
        var found = new SyntheticCountry(7, 3_000).Children().Take(100).SelectMany(child => index.Find(
            new IndexQuery { Family = child.Surname, Given = child.Forename, DateOfBirth = child.DateOfBirth, Postcode = Postcode.TryParse(child.Postcode, out var home, out _) ? home : null }, 64, out _));
        return string.Join('\n', found);
    }

    [Fact]
    public async Task BenchLoad_MeasuresTheLoadBesideSaveChanges()
    {
        using var place = new Installation();
        var answer = await place.RunAsync("bench", "load", "--children", "1200", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        answer.Json.GetProperty("load").GetProperty("perSecond").GetDouble().ShouldBeGreaterThan(0);
        answer.Json.GetProperty("load").GetProperty("bytesAChild").GetDouble().ShouldBeInRange(500, 10_000);
        answer.Json.GetProperty("baseline").GetProperty("efRows").GetProperty("cpuMicroseconds").GetDouble()
            .ShouldBeGreaterThan(answer.Json.GetProperty("baseline").GetProperty("bulkRows").GetProperty("cpuMicroseconds").GetDouble());
    }

    private static async Task<string> HashAsync(Installation place, string folder, string seed, string rolls = "3")
    {
        var answer = await place.RunAsync("generate", "--children", "3000", "--seed", seed, "--out", place.PathOf(folder), "--queries", "10", "--feed-rows", "400", "--rolls", rolls, "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        var files = System.IO.Directory.GetFiles(place.PathOf(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return string.Join('\n', files.Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
    }

    private sealed class CopyAt(string from, string to, long children) : IToolProgress
    {
        public void Report(long done, long total)
        {
            if (done < children || System.IO.Directory.Exists(to)) return;
            foreach (var file in System.IO.Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private sealed class StopAfter(CancellationTokenSource stop, long children) : IToolProgress
    {
        public void Report(long done, long total)
        {
            if (done >= children) stop.Cancel();
        }
    }
}
