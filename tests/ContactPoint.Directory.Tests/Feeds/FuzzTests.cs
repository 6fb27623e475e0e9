using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Testing;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>No bytes break the reader: each file is refused with a reason, or each of its rows is taken or rejected.</summary>
public sealed class FuzzTests
{
    private static readonly FileForm Roll = new(ModuleFormats.SchoolRoll);
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly byte[] Good = Pupil.File(Enumerable.Range(1, 6).Select(Pupil.Number).Append(new Pupil { Line1 = "Flat 2, \"The Mews\"", Surname = "Núñez" }));
    private static readonly string[] Pieces =
    [
        ",", "\"", "\"\"", "\r", "\n", "\r\n", "\0", "=1+1", "+44", "-", "@", "\uFEFF", "é", "\u0007", "14/03/2015", "2015-03-14", "31/02/2015", Given.Upn, "M6 5AA", "Y", "Mother",
        "Surname", "Forename", "DOB", "UPN", "Contact1Email", "a@b.uk", "Osborne", "’", "\uD83D\uDE00", ";", "\t", " ", new string('x', 201), new string('y', 9000), "＝",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(place => Pieces[place]);

    private static readonly Gen<byte[]> Mutated =
        from cuts in Gen.Select(Gen.Int[0, Good.Length], Gen.Int[0, 40], Gen.Int[0, 5]).Array[1, 4]
        from put in Gen.OneOf(Gen.Byte.Array[0, 6], Piece.Select(Encoding.UTF8.GetBytes), Piece.Select(Encoding.Latin1.GetBytes)).Array[4]
        select Mutate(cuts, put);

    private static readonly Gen<byte[]> Built =
        from pieces in Piece.Array[0, 120]
        from headed in Gen.Bool
        select Encoding.UTF8.GetBytes((headed ? "Surname,Forename,DOB,UPN,Postcode,Contact1Surname\n" : string.Empty) + string.Concat(pieces));

    private static readonly Gen<byte[]> Any = Gen.Frequency((5, Mutated), (4, Built), (1, Gen.Byte.Array[0, 400]));

    [Fact]
    [Trait("Invariant", "I-40")]
    [Trait("Rule", "FED-4")]
    [Trait("Asvs", "5.2.2")]
    public async Task Check_AnyBytes_EndsWithAReasonOrWithEveryRowDecided()
    {
        await using var world = await World.StartAsync();
        var check = world.Get<FileCheck>();
        var (refused, planned) = (0, 0);

        await Any.SampleAsync(async bytes =>
        {
            var content = new MemoryContent(bytes);
            var plan = await check.RunAsync(Roll, World.School, Day, content, TestContext.Current.CancellationToken);
            _ = FileCheck.Glance(bytes, Roll);
            if (!plan.Succeeded)
            {
                plan.Error.Code.ShouldStartWith("file.");
                Interlocked.Increment(ref refused);
                return;
            }

            Interlocked.Increment(ref planned);
            plan.Value.Rows.Select(row => row.Line).ShouldBeUnique();
            foreach (var row in plan.Value.Rows)
            {
                if (row.Kind == PlannedKind.Rejected) plan.Value.Problems[row.Line].WhatToDo.ShouldNotBeEmpty();
                else (await plan.Value.ReadAsync(row, content, CancellationToken.None)).Name.Family.ShouldNotBeEmpty();
            }
        }, iter: 6_000);

        refused.ShouldBeGreaterThan(500);
        planned.ShouldBeGreaterThan(500);
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    public async Task Apply_AnyBytes_NeverFailsNorStops()
    {
        await using var world = await World.StartAsync();

        await Any.SampleAsync(async bytes =>
        {
            var run = await world.FeedAsync(bytes, approved: true);
            run.State.ShouldBeOneOf(FeedRunState.Applied, FeedRunState.Refused);
            run.Processed.ShouldBe(run.Rows);
        }, iter: 120, threads: 1);
    }

    [Fact(Timeout = 120_000)]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "5.2.1")]
    public async Task Check_FilesMadeToWearItOut_EndsInBoundedMemory()
    {
        await using var world = await World.StartAsync();
        var check = world.Get<FileCheck>();
        const string header = "Surname,Forename,DOB,x\n";
        (string What, Func<int, string> Line, int Lines, string? Code)[] files =
        [
            ("rows that all say something else of one pupil", number => $"Osborne,Jayden,14/03/2015,\nOsborne,Jayden,14/03/2015,{number}\n", 40_000, null),
            ("blank lines without end", _ => "\n", 1_000_000, "file.rows"),
            ("more rows than a school has pupils", number => $"Osborne,Jayden,14/03/2015,{number}\n", 100_001, "file.rows"),
            ("marks without end", _ => new string('"', 8_000) + "\n", 2_000, null),
            ("one line of 64 MB", _ => new string('a', 64 * 1024), 1_000, "file.cut-off"),
        ];
        foreach (var (what, line, lines, code) in files)
        {
            var plan = await check.RunAsync(Roll, World.School, Day, new Endless(header, line, lines), TestContext.Current.CancellationToken);

            plan.Error?.Code.ShouldBe(code, what);
            plan.Succeeded.ShouldBe(code is null, what);
        }

        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var largest = await check.RunAsync(Roll, World.School, Day, new Endless(header, number => $"Osborne,Jay{new string('a', 1 + (number % 50))},14/03/2015,\n", 99_000), CancellationToken.None);
        (GC.GetTotalMemory(forceFullCollection: true) - empty).ShouldBeLessThan(50 << 20);
        largest.Value.Rows.Count.ShouldBe(99_000);
    }

    private static byte[] Mutate((int Start, int Length, int Kind)[] cuts, byte[][] put)
    {
        var bytes = Good.ToList();
        for (var i = 0; i < cuts.Length; i++)
        {
            var start = Math.Min(cuts[i].Start, bytes.Count);
            var length = Math.Min(cuts[i].Length, bytes.Count - start);
            switch (cuts[i].Kind)
            {
                case 0: bytes.RemoveRange(start, length); break;
                case 1: bytes.RemoveRange(start, bytes.Count - start); break;
                case 2: bytes.InsertRange(start, bytes.GetRange(start, length)); break;
                default: bytes.InsertRange(start, put[i]); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A file that is made while it is read, so that the test holds none of it.</summary>
    private sealed class Endless(string header, Func<int, string> line, int lines) : IFeedContent
    {
        public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await Task.CompletedTask;
            yield return Encoding.UTF8.GetBytes(header);
            for (var number = 0; number < lines; number++) yield return Encoding.UTF8.GetBytes(line(number));
        }

        public ValueTask<ReadOnlyMemory<byte>> SliceAsync(long offset, int length, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
