using System.Globalization;
using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Directory.Feeds.Profiles;
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

    private static readonly Gen<byte[]> Any = Gen.Frequency((5, Mutations(Good, Pieces)), (4, Builds(Pieces, "Surname,Forename,DOB,UPN,Postcode,Contact1Surname\n")), (1, Gen.Byte.Array[0, 400]));

    // CsCheck's own variable for a longer run (docs/testing.md).
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("CsCheck_Iter"), CultureInfo.InvariantCulture, out var given) ? given : 100_000;

    [Fact]
    [Trait("Invariant", "I-40")]
    [Trait("Rule", "FED-4")]
    [Trait("Asvs", "5.2.2")]
    public Task Check_AnyBytes_EndsWithAReasonOrWithEveryRowDecided() => FuzzAsync(Roll, Any);

    [Fact]
    [Trait("Invariant", "I-40")]
    [Trait("Rule", "FED-1")]
    [Trait("Asvs", "5.2.2")]
    public Task Check_AnyBytesByAProfile_EndsWithAReasonOrWithEveryRowDecided()
    {
        string[] pieces = [.. Pieces, "\t", "14-Mar-2015", "31-Feb-2015", "Male", "1", "0", "Legal Surname", "Legal First Name", "Date of Birth"];
        var good = Encoding.UTF8.GetBytes("Unique Pupil No.\tLegal Surname\tLegal First Name\tSex\tDate of Birth\n" + string.Concat(Enumerable.Range(1, 6).Select(Pupil.Number).Select(
            pupil => $"{pupil.Upn}\t{pupil.Surname}\t{pupil.Forename}\tMale\t14-Mar-2015\n")));
        var any = Gen.Frequency((5, Mutations(good, pieces)), (4, Builds(pieces, "Legal Surname\tLegal First Name\tDate of Birth\tSex\n")), (1, Gen.Byte.Array[0, 400]));
        return FuzzAsync(new FileForm(ModuleFormats.SchoolRoll, ModuleFormats.SchoolRoll.Profiles[0]), any);
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    [Trait("Rule", "FED-1")]
    [Trait("Asvs", "1.5.1")]
    [Trait("Asvs", "1.5.3")]
    public Task Check_AnyXml_EndsWithAReasonOrWithEveryRowDecided()
    {
        string[] pieces =
        [
            "<Pupil>", "</Pupil>", "<Pupil/>", "<Surname>", "</Surname>", "<Forename>A</Forename>", "<DOB>2015-03-14</DOB>", "<UPN>", "</UPN>", "<Contacts>", "<Contact>",
            "</Contact>", "</Contacts>", "<Address><Line1>",
            "</Line1></Address>", "<", ">", "</", "/>", "&", "&amp;", "&#0;", "&#xD800;", "&#x10FFFF;", "&x;",
            "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<?a", "?>", "<!DOCTYPE a>", " a='b'", " xmlns='urn:a'",
            " xmlns:p='urn:p'", "<p:a>", "=1+1", "\uFFFE", "\0", "é", new string('x', 201), new string('y', 9000), "\n", " ",
        ];
        var good = XmlRoll.File(Enumerable.Range(1, 6).Select(Pupil.Number).Append(new Pupil { Line1 = "Flat 2, \"The Mews\"", Surname = "Núñez", Carer = "Osborne" }));
        var begun = XmlRoll.Around();
        var any = Gen.Frequency((5, Mutations(good, pieces)), (4, Builds(pieces, begun[..begun.IndexOf("</Pupils>", StringComparison.Ordinal)])), (1, Gen.Byte.Array[0, 400]));
        return FuzzAsync(Roll, any, leastPlanned: 10);
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    [Trait("Rule", "FED-1")]
    [Trait("Asvs", "1.5.2")]
    public void Read_AnyProfileFile_EndsWithAReasonOrAProfile()
    {
        var good = """{"name":"A","separator":"tab","headings":{"Fam":"Surname","Giv":"Forename"},"values":{"Gender":{"boy":"M"}},"dates":["d.M.yyyy"]}"""u8.ToArray();
        string[] pieces =
        [
            "{", "}", "[", "]", ":", ",", "\"", "null", "1", "-1e999", "true", "\"name\":", "\"headings\":",
            "\"values\":", "\"dates\":", "\"Surname\"", "\"DOB\"", "\\u0000", "\\ud800", "\"yyyy\"", "\"tab\"", "\uFEFF", "é", "/**/",
        ];
        var (refused, read) = (0, 0);

        Gen.Frequency((5, Mutations(good, pieces)), (4, Builds(pieces, "{\"name\":\"A\",\"headings\":{")), (1, Gen.Byte.Array[0, 200])).Sample(bytes =>
        {
            var profile = OwnProfileFile.Read(bytes, ModuleFormats.SchoolRoll);
            if (profile.Succeeded) profile.Value.Profile.FaultIn(ModuleFormats.SchoolRoll).ShouldBeNull();
            else profile.Error.Code.ShouldBe("profile.form");
            Interlocked.Increment(ref (profile.Succeeded ? ref read : ref refused));
        }, iter: Inputs);

        refused.ShouldBeGreaterThan(100);
        read.ShouldBeGreaterThan(10);
    }

    private static async Task FuzzAsync(FileForm form, Gen<byte[]> any, int leastPlanned = 500)
    {
        using var keys = new PassingKeys();
        var check = new FileCheck(new RowKeys(keys));
        var (refused, planned) = (0, 0);

        await any.SampleAsync(async bytes =>
        {
            var opened = await IncomingFile.OpenAsync(new MemoryStream(bytes), form, FileLimits.FileBytes, CancellationToken.None);
            if (!opened.Succeeded)
            {
                opened.Error.Code.ShouldStartWith("file.");
                Interlocked.Increment(ref refused);
                return;
            }

            await using var incoming = opened.Value;
            MemoryContent content;
            try
            {
                content = await MemoryContent.ReadAsync(incoming.Content, FileLimits.FileBytes, CancellationToken.None);
            }
            catch (FileRefusedException refusal)
            {
                refusal.Error.Code.ShouldStartWith("file.");
                Interlocked.Increment(ref refused);
                return;
            }

            var plan = await check.RunAsync(incoming.Form, World.School, Day, content, CancellationToken.None);
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
        }, iter: Inputs);

        refused.ShouldBeGreaterThan(500);
        planned.ShouldBeGreaterThan(leastPlanned);
    }

    private static Gen<string> Piece(string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(place => pieces[place]);

    private static Gen<byte[]> Mutations(byte[] good, string[] pieces) =>
        from cuts in Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 40], Gen.Int[0, 5]).Array[1, 4]
        from put in Gen.OneOf(Gen.Byte.Array[0, 6], Piece(pieces).Select(Encoding.UTF8.GetBytes), Piece(pieces).Select(Encoding.Latin1.GetBytes)).Array[4]
        select Mutate(good, cuts, put);

    private static Gen<byte[]> Builds(string[] pieces, string head) =>
        from built in Piece(pieces).Array[0, 120]
        from headed in Gen.Bool
        select Encoding.UTF8.GetBytes((headed ? head : string.Empty) + string.Concat(built));

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

    private static byte[] Mutate(byte[] good, (int Start, int Length, int Kind)[] cuts, byte[][] put)
    {
        var bytes = good.ToList();
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
