using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Testing;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>No bytes break the reader of registers: each file is refused with a reason, or each of its rows is taken or rejected.</summary>
public sealed class RegisterHostileTests
{
    private static readonly byte[] Good = Establishment.File(Enumerable.Range(1, 5).Select(Establishment.Number).Append(new Establishment { Street = "Flat 2, \"The Mews\"", Name = "Zoë’s £5" }));

    private static readonly string[] Pieces =
    [
        ",", "\"", "\"\"", "\r", "\n", "\r\n", "\0", "=1+1", "+44", "-", "@", "\uFEFF", "é", "\u0007",
        "31-02-2015", "Closed", "105901", "355", "909", "M6 5AA", ";", "\t", new string('x', 201), new string('y', 9000), "＝",
    ];

    [Fact]
    [Trait("Rule", "FED-2")]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "5.2.2")]
    public async Task Check_AHostileFileOfTheCorpus_EndsWithAReason()
    {
        var checker = new FileChecker(TimeProvider.System);
        foreach (var (what, open, _) in HostileFiles.All)
        {
            await using var file = open();
            var report = await checker.CheckAsync(file, ModuleFormats.Establishments, null, 64L << 20, TestContext.Current.CancellationToken);
            report.Error.ShouldNotBeNull(what).Code.ShouldStartWith("file.", Case.Sensitive, what);
        }
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "5.2.2")]
    public async Task Check_RowsMadeToWearItOut_RejectsEachOrTakesIt()
    {
        (string What, Func<int, string> Line, int Lines)[] files =
        [
            ("a mark that is never closed", _ => "\"" + new string('a', 1022) + "\n", 20_000),
            ("a million separators", _ => new string(',', 8_000) + "x\n", 2_000),
            ("rows that all say something else of one body", number => new Establishment { Name = $"School {number}" }.Line() + "\n", 40_000),
            ("formulas", number => new Establishment { Name = $"{"=+-@＝＋－＠"[number % 8]}cmd|'/c calc'!A1" }.Line() + "\n", 10_000),
        ];
        foreach (var (what, line, lines) in files)
        {
            await using var file = new HostileFiles.MadeStream(Establishment.Header + "\n", line, lines);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var report = await new FileChecker(TimeProvider.System).CheckAsync(file, ModuleFormats.Establishments, null, 64L << 20, TestContext.Current.CancellationToken);
            (report.Error?.Code, report.Rows, report.Problems.Count).ShouldBe((null, lines, lines), what);
            (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(50L << 20, what);
        }
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    [Trait("Rule", "FED-4")]
    public async Task Check_AnyBytes_EndsWithAReasonOrWithEveryRowDecided()
    {
        await using var world = await World.StartAsync();
        var (check, form, planned) = (world.Get<FileCheck>(), new FileForm(ModuleFormats.Establishments), 0);
        var any =
            from at in Gen.Int[0, Good.Length].Array[1, 4]
            from piece in Gen.Int[0, Pieces.Length - 1].Array[4]
            from cut in Gen.Int[0, 30].Array[4]
            select Mutate(at, piece, cut);
        await any.SampleAsync(async bytes =>
        {
            var content = new MemoryContent(bytes);
            var plan = await check.RunAsync(form, Guid.Empty, world.Today, content, CancellationToken.None);
            if (!plan.Succeeded)
            {
                plan.Error.Code.ShouldStartWith("file.");
                return;
            }

            Interlocked.Increment(ref planned);
            foreach (var row in plan.Value.Rows)
            {
                if (row.Kind == PlannedKind.Rejected) plan.Value.Problems[row.Line].WhatToDo.ShouldNotBeEmpty();
                else (await plan.Value.ReadBodyAsync(row, content, CancellationToken.None)).Name.ShouldNotBeEmpty();
            }
        }, iter: 20_000);
        planned.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    public async Task Apply_AnyBytes_NeverFailsNorStops()
    {
        await using var world = await World.StartAsync();
        var any =
            from at in Gen.Int[Establishment.Header.Length, Good.Length].Array[1, 3]
            from piece in Gen.Int[0, Pieces.Length - 1].Array[4]
            from cut in Gen.Int[0, 30].Array[4]
            select Mutate(at, piece, cut);
        await any.SampleAsync(async bytes =>
        {
            var run = await world.RegisterAsync(bytes, approved: true);
            run.State.ShouldBeOneOf(FeedRunState.Applied, FeedRunState.Refused);
            run.Processed.ShouldBe(run.Rows);
        }, iter: 80, threads: 1);
    }

    private static byte[] Mutate(int[] at, int[] piece, int[] cut)
    {
        var bytes = Good.ToList();
        for (var i = 0; i < at.Length; i++)
        {
            var start = Math.Min(at[i], bytes.Count);
            bytes.RemoveRange(start, Math.Min(cut[i], bytes.Count - start));
            bytes.InsertRange(start, (i % 2 == 0 ? Establishment.Windows : Encoding.UTF8).GetBytes(Pieces[piece[i]]));
        }

        return [.. bytes];
    }
}
