using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Audit;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class MalformedFileTests
{
    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "empty", [], "file.empty" },
        { "a mark alone", [0xEF, 0xBB, 0xBF], "file.empty" },
        { "blank lines", "\r\n\r\n\n"u8.ToArray(), "file.empty" },
        { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Pupil.Text(new Pupil()))], "file.encoding" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Pupil.Text(new Pupil())), "file.encoding" },
        { "UTF-16, the other way round", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Pupil.Text(new Pupil()))], "file.encoding" },
        { "NULs", new byte[70_000], "file.encoding" },
        { "no column names", Encoding.UTF8.GetBytes(new Pupil().Line() + "\n" + new Pupil { Forename = "Ada" }.Line()), "file.header-missing" },
        { "a column twice", Encoding.UTF8.GetBytes("Surname,Forename,DOB,date of birth\nA,B,01/01/2015,01/01/2015\n"), "file.header-repeated" },
        { "semicolons", Encoding.UTF8.GetBytes("Surname;Forename;DOB\nA;B;01/01/2015\n"), "file.separator" },
        { "a column missing", Encoding.UTF8.GetBytes("Surname,Forename\nA,B\n"), "file.header-missing" },
        { "too many columns", Encoding.UTF8.GetBytes("Surname,Forename,DOB" + string.Concat(Enumerable.Range(0, 62).Select(i => $",x{i}")) + "\n"), "file.columns" },
        { "an open mark in the column names", Encoding.UTF8.GetBytes("\"Surname,Forename,DOB\nA,B,01/01/2015\n"), "file.header" },
        { "one line of a megabyte", Encoding.UTF8.GetBytes(new string('x', 1 << 20)), "file.header" },
        { "no pupils", Encoding.UTF8.GetBytes(Pupil.Text()), "file.no-rows" },
        { "cut off within a row", Pupil.File(new Pupil(), new Pupil { Forename = "Ada" })[..^90], "file.cut-off" },
        { "cut off within a mark", Encoding.UTF8.GetBytes("Surname,Forename,DOB\nA,B,01/01/2015\nA,\"B"), "file.cut-off" },
        { "two encodings", [.. Encoding.UTF8.GetBytes("Surname,Forename,DOB\nPérez,Ana,01/01/2015\n"), .. Encoding.Latin1.GetBytes("Núñez,Ana,01/01/2015\n")], "file.encoding-mixed" },
        { "a mark of UTF-8 and other bytes", [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes("Surname,Forename,DOB\nNúñez,Ana,01/01/2015\n")], "file.encoding-mixed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "5.2.1")]
    public async Task Apply_AFileThatIsNoRoll_IsRefusedWithAReasonAndChangesNothing(string what, byte[] file, string code)
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var before = await world.StateAsync();

        var run = await world.FeedAsync(file);

        run.State.ShouldBe(FeedRunState.Refused, what);
        run.Error!.Code.ShouldBe(code, what);
        run.Error.Message.Length.ShouldBeGreaterThan(20);
        (await world.StateAsync()).ShouldBe(before);
        (await world.RowsAsync(run.Id)).ShouldBeEmpty();
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(0);
    }

    private static readonly (string Code, string Line, string? Field)[] BadRows =
    [
        ("row.quotes", "355,\"open", null),
        ("row.quotes", new Pupil().Line().Replace("Jayden", "Jay\"den", StringComparison.Ordinal), null),
        ("row.columns", "a,b,c", null),
        ("row.columns", "a" + new string(',', 5000), null),
        ("row.length", new string('x', 9000), null),
        ("row.length", new string('"', 100_000), null),
        ("row.characters", new Pupil { Surname = "Os\0borne" }.Line(), null),
        ("row.characters", new Pupil { Surname = "Os\u0007borne" }.Line(), null),
        ("field.length", new Pupil { Line1 = new string('x', 201) }.Line(), "AddressLine1"),
        ("field.missing", new Pupil { Surname = "" }.Line(), "Surname"),
        ("field.missing", new Pupil { Born = "" }.Line(), "DOB"),
        ("field.formula", new Pupil { Surname = "=HYPERLINK(1)" }.Line(), "Surname"),
        ("field.formula", new Pupil { Forename = "@SUM" }.Line(), "Forename"),
        ("field.formula", new Pupil { Surname = "+Osborne" }.Line(), "Surname"),
        ("field.formula", new Pupil { Surname = "-Osborne" }.Line(), "Surname"),
        ("field.formula", new Pupil { Surname = "＝Osborne" }.Line(), "Surname"),
        ("field.formula", new Pupil { Line1 = "=cmd|'/c calc'!A1" }.Line(), "AddressLine1"),
        ("name.characters", new Pupil { Surname = "Osborne<script>" }.Line(), "Surname"),
        ("name.characters", new Pupil { Forename = "'" }.Line(), "Forename"),
        ("upn.check", new Pupil { Upn = "A801200001001" }.Line(), "UPN"),
        ("upn.length", new Pupil { Upn = "H80120000100" }.Line(), "UPN"),
        ("upn.characters", new Pupil { Upn = "H8012000010O1" }.Line(), "UPN"),
        ("date.form", new Pupil { Born = "31/02/2015" }.Line(), "DOB"),
        ("date.form", new Pupil { Born = "03/14/2015" }.Line(), "DOB"),
        ("date.future", new Pupil { Born = "14/03/2027" }.Line(), "DOB"),
        ("date.age", new Pupil { Born = "14/03/1999" }.Line(), "DOB"),
        ("date.order", new Pupil { Entry = "01/01/2010" }.Line(), "EntryDate"),
        ("date.order", new Pupil { Leaving = "01/01/2016" }.Line(), "LeavingDate"),
        ("date.future", new Pupil { Leaving = "01/01/2027" }.Line(), "LeavingDate"),
        ("gender.code", new Pupil { Gender = "Q" }.Line(), "Gender"),
        ("postcode.form", new Pupil { Postcode = "M6 8O" }.Line(), "Postcode"),
    ];

    [Fact]
    [Trait("Rule", "FED-4")]
    [Trait("Rule", "REC-6")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "1.2.10")]
    public async Task Apply_BadRows_AreRejectedAloneWithCodeFieldAndWhatToDo()
    {
        await using var world = await World.StartAsync();
        var lines = BadRows.SelectMany((bad, number) => new[] { bad.Line, Pupil.Number(number).Line() });

        var run = await world.FeedAsync(Encoding.UTF8.GetBytes(Pupil.Text() + string.Concat(lines.Select(line => line + "\r\n"))));

        run.State.ShouldBe(FeedRunState.Applied);
        run.EndingsHeldBack.ShouldBeTrue();
        (run.Counts.Created, run.Counts.Rejected).ShouldBe((BadRows.Length, BadRows.Length));
        var rejected = (await world.RowsAsync(run.Id)).Where(row => row.Outcome == FeedOutcome.Rejected).ToList();
        rejected.Select(row => (row.Line, row.Code, row.Field)).ShouldBe(BadRows.Select((bad, number) => ((2 * number) + 2, (string?)bad.Code, bad.Field)));
        rejected.ShouldAllBe(row => row.WhatToDo!.Length > 20);
        (await world.RecordsAsync()).Count.ShouldBe(BadRows.Length);
    }
}
