using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Audit;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>A roll as XML has the effect of the same roll as separated values; what is no such roll has none.</summary>
public sealed class XmlFileTests
{
    private static readonly string Good = XmlRoll.Record(Pupil.Number(1));

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "not closed", Utf8(XmlRoll.Around(Good)[..^30]), "file.xml-form" },
        { "crossed tags", Utf8(XmlRoll.Around("<Pupil><Surname></Pupil></Surname>")), "file.xml-form" },
        { "text after the end", Utf8(XmlRoll.Around(Good) + "more"), "file.xml-form" },
        { "a second root", Utf8(XmlRoll.Around(Good) + XmlRoll.Around(Good)), "file.xml-form" },
        { "a character that XML has not", Utf8(XmlRoll.Around(Good.Replace("Salford", "Sal\0ford", StringComparison.Ordinal))), "file.xml-form" },
        { "half a letter", Utf8(XmlRoll.Around(Good.Replace("Salford", "&#xD83D;", StringComparison.Ordinal))), "file.xml-form" },
        { "an entity that nobody declared", Utf8(XmlRoll.Around(Good.Replace("Salford", "&town;", StringComparison.Ordinal))), "file.xml-form" },
        { "another root", "<Roll/>"u8.ToArray(), "file.xml-root" },
        { "a page", "<html><body>Service unavailable</body></html>"u8.ToArray(), "file.xml-root" },
        { "another namespace", Utf8(XmlRoll.Around(Good).Replace("roll:1", "roll:2", StringComparison.Ordinal)), "file.xml-root" },
        { "no namespace", Utf8(XmlRoll.Around(Good).Replace($" xmlns=\"{XmlRoll.Namespace}\"", "", StringComparison.Ordinal)), "file.xml-root" },
        { "no header", Utf8(XmlRoll.Around(Good).Replace("<SourceURN>105901</SourceURN>", "", StringComparison.Ordinal)), "file.xml-schema" },
        { "an element between the pupils", Utf8(XmlRoll.Around(Good, "<Governor/>", Good)), "file.xml-schema" },
        { "text between the pupils", Utf8(XmlRoll.Around(Good, "and", Good)), "file.xml-schema" },
        { "pupils of another namespace", Utf8(XmlRoll.Around("<Pupil xmlns='urn:other'/>")), "file.xml-schema" },
        { "no pupils", Utf8(XmlRoll.Around()), "file.no-rows" },
        { "a document type", Utf8("<!DOCTYPE SchoolRoll>" + XmlRoll.Around(Good)), "file.xml-dtd" },
        { "entities", Utf8("<!DOCTYPE SchoolRoll [<!ENTITY a 'aaaa'>]>" + XmlRoll.Around(Good)), "file.xml-dtd" },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(XmlRoll.Around(Good))], "file.encoding" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(XmlRoll.Around(Good)), "file.encoding" },
        { "said to be UTF-7", Utf8("<?xml version='1.0' encoding='UTF-7'?>" + XmlRoll.Around(Good)), "file.encoding" },
        { "said to be EBCDIC", Utf8("<?xml version='1.0' encoding='ibm037'?>" + XmlRoll.Around(Good)), "file.encoding" },
        { "said to be Windows-1252 behind a mark of UTF-8", [0xEF, 0xBB, 0xBF, .. Utf8("<?xml version='1.0' encoding='windows-1252'?>" + XmlRoll.Around(Good))], "file.encoding" },
        { "said to be UTF-8 and Windows-1252", Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='utf-8'?>" + XmlRoll.Text(new Pupil { Surname = "Núñez" })), "file.encoding" },
        { "said to be Windows-1252 and UTF-8", Utf8("<?xml version='1.0' encoding='windows-1252'?>" + XmlRoll.Text(new Pupil { Surname = "Núñez" })), "file.encoding" },
        { "17 deep", Utf8(XmlRoll.Around(string.Concat(Enumerable.Repeat("<Pupil>", 17)))), "file.xml-limits" },
        { "a comment of 70 KB", Utf8(XmlRoll.Around($"<!--{new string('<', 70_000)}-->", Good)), "file.xml-limits" },
        { "a section of 5 KB", Utf8(XmlRoll.Around($"<Pupil><Surname><![CDATA[{new string('<', 5_000)}]]></Surname></Pupil>")), "file.xml-limits" },
        { "a record of 1,001 elements", Utf8(XmlRoll.Around($"<Pupil>{string.Concat(Enumerable.Repeat("<x/>", 1_001))}</Pupil>")), "file.xml-limits" },
        { "thousands of names", Utf8(XmlRoll.Around(Enumerable.Range(0, 5_000).Select(number => $"<Pupil><x{number}/></Pupil>"))), "file.xml-limits" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "1.5.1")]
    [Trait("Asvs", "5.2.2")]
    public async Task Apply_XmlThatIsNoRoll_IsRefusedWithAReasonAndChangesNothing(string what, byte[] file, string code)
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var before = await world.StateAsync();

        var run = await world.FeedAsync(file);

        run.State.ShouldBe(FeedRunState.Refused, what);
        run.Error!.Code.ShouldBe(code, what);
        run.Error.Message.Length.ShouldBeGreaterThan(20);
        (await world.Get<IFeeds>().PreviewAsync(world.System, FeedWorld.File(file))).Value.Error!.Code.ShouldBe(code, what);
        (await world.StateAsync()).ShouldBe(before);
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    public async Task Apply_XmlWithAProfile_IsRefused()
    {
        await using var world = await World.StartAsync();
        var profile = world.Get<FeedFormats>().All.Single(format => format.Xml is not null).Profiles[0].Key;

        var preview = await world.Get<IFeeds>().PreviewAsync(world.System, FeedWorld.File(XmlRoll.File(Pupil.Number(1))) with { Profile = profile });

        preview.Value.Error!.Code.ShouldBe("file.xml-profile");
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheTranscriptsKeyAsAProfile_IsRefused()
    {
        await using var world = await World.StartAsync();

        var preview = await world.Get<IFeeds>().PreviewAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1))) with { Profile = "@xml" });

        preview.Error.ShouldBe(FeedErrors.UnknownProfile);
    }

    private static readonly (string Code, string Record, string? Field)[] BadRecords =
    [
        ("xml.schema", "<Pupil/>", "Surname"),
        ("xml.schema", Good.Replace("<Forename>", "<Christened/><Forename>", StringComparison.Ordinal), null),
        ("xml.schema", Good.Replace("<Forename>", "<Forename lang='en'>", StringComparison.Ordinal), "Forename"),
        ("xml.schema", Good.Replace("<Surname>", "<Surname>A</Surname><Surname>", StringComparison.Ordinal), "Surname"),
        ("xml.schema", Good.Replace("<Surname>", "<Surname xmlns='urn:other'>", StringComparison.Ordinal), null),
        ("xml.schema", Good.Replace("<Surname>", "<Surname><b/>", StringComparison.Ordinal), null),
        ("xml.schema", Good.Replace("<Surname>", "<Surname xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'>", StringComparison.Ordinal), "Surname"),
        ("xml.schema", Good.Replace("<Address>", "text<Address>", StringComparison.Ordinal), null),
        ("xml.schema", XmlRoll.Record(Pupil.Number(1) with { Born = "14 March 2015" }), "DOB"),
        ("xml.schema", XmlRoll.Record(Pupil.Number(1) with { Born = "2015-02-30" }), "DOB"),
        ("xml.schema", XmlRoll.Record(Pupil.Number(1) with { Gender = "Boy" }), "Gender"),
        ("field.length", XmlRoll.Record(Pupil.Number(1) with { Line1 = new string('x', 201) }), "AddressLine1"),
        ("field.length", XmlRoll.Record(Pupil.Number(1) with { Line1 = "a" + new string(' ', 60_000) + "b" }), "AddressLine1"),
        ("row.characters", XmlRoll.Record(Pupil.Number(1)).Replace("Salford", "Sal&#x85;ford", StringComparison.Ordinal), null),
        ("field.formula", XmlRoll.Record(Pupil.Number(1) with { Surname = "=HYPERLINK(1)" }), "Surname"),
        ("field.missing", XmlRoll.Record(Pupil.Number(1) with { Surname = " " }), "Surname"),
        ("name.characters", XmlRoll.Record(Pupil.Number(1) with { Surname = "Osborne<script>" }), "Surname"),
        ("upn.check", XmlRoll.Record(Pupil.Number(1) with { Upn = "A801200001001" }), "UPN"),
        ("date.future", XmlRoll.Record(Pupil.Number(1) with { Leaving = "01/01/2027" }), "LeavingDate"),
    ];

    [Fact]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    public async Task Apply_BadRecords_AreRejectedAloneByTheirLineOfTheXmlFile()
    {
        await using var world = await World.StartAsync();
        var records = BadRecords.SelectMany((bad, number) => new[] { bad.Record, XmlRoll.Record(Pupil.Number(50 + number)) });

        var run = await world.FeedAsync(Utf8(XmlRoll.Around(records)));

        run.State.ShouldBe(FeedRunState.Applied, run.Error?.Message);
        (run.Counts.Created, run.Counts.Rejected).ShouldBe((BadRecords.Length, BadRecords.Length));
        var rejected = (await world.RowsAsync(run.Id)).Where(row => row.Outcome == FeedOutcome.Rejected).ToList();
        rejected.Select(row => (row.Line, row.Code, row.Field)).ShouldBe(BadRecords.Select((bad, number) => ((2 * number) + 4, (string?)bad.Code, bad.Field)));
        rejected.ShouldAllBe(row => row.WhatToDo!.Length > 20 && row.WhatToDo.Length <= 300);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ABadRecordWhoseNumberIsReadable_HoldsBackNobodysEnding()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Enumerable.Range(1, 12).Select(Pupil.Number).ToArray());

        var told = await world.FeedAsync(Utf8(XmlRoll.Around(Enumerable.Range(1, 10).Select(number => XmlRoll.Record(Pupil.Number(number))).Append(XmlRoll.Record(Pupil.Number(11) with { Gender = "Boy" })))));
        (told.EndingsHeldBack, told.Counts.Rejected, told.Counts.Ended).ShouldBe((false, 1, 1));

        // Two numbers are nobody's.
        var twice = XmlRoll.Record(Pupil.Number(11)).Replace("<Surname>", $"<UPN>{Pupil.UpnOf(10)}</UPN><Surname>", StringComparison.Ordinal);
        var untold = await world.FeedAsync(Utf8(XmlRoll.Around(Enumerable.Range(1, 10).Select(number => XmlRoll.Record(Pupil.Number(number))).Append(twice))));
        (untold.EndingsHeldBack, untold.Counts.Rejected, untold.Counts.Ended).ShouldBe((true, 1, 0));
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheSameRollInEitherForm_EndsInTheSameState()
    {
        Pupil[] roll = [.. Enumerable.Range(1, 120).Select(Pupil.Number), new Pupil { Surname = "Núñez", Line1 = "Flat 2, \"The Mews\"", Carer = "O'Neill", Known = "Jay", Middle = "A B" }];
        await using var separated = await World.StartAsync();
        await separated.FeedAsync(roll);
        await using var marked = await World.StartAsync();

        var run = await marked.FeedAsync(XmlRoll.File(roll));

        run.Counts.Created.ShouldBe(roll.Length);
        (await marked.StateAsync()).ShouldBe(await separated.StateAsync());
        (await marked.RowsAsync(run.Id)).Select(row => row.Line).ShouldBe(Enumerable.Range(4, roll.Length));
        (await marked.FeedAsync(XmlRoll.File(roll))).Counts.Unchanged.ShouldBe(roll.Length);
        (await marked.FeedAsync(Pupil.File(roll))).Counts.Unchanged.ShouldBe(roll.Length, "the form of a file is no change");
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_XmlBrokenOffAndGivenAgain_GoesOnInTheSameRun()
    {
        await using var world = await World.StartAsync();
        var file = XmlRoll.File(Enumerable.Range(1, 230).Select(Pupil.Number));
        using var stop = new CancellationTokenSource();
        var stopper = new Stopper(stop);
        await Should.ThrowAsync<OperationCanceledException>(world.Get<IFeeds>().ApplyAsync(world.System, FeedWorld.File(file), new FeedOptions(), stopper, stop.Token));

        var run = await world.FeedAsync(file);

        run.Id.ShouldBe(stopper.Run);
        (run.State, run.Counts.Created, run.Rows).ShouldBe((FeedRunState.Applied, 230, 230));
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_RecordsThatShareALine_AreNumberedOnFromIt()
    {
        await using var world = await World.StartAsync();
        var file = XmlRoll.Around(string.Concat(Enumerable.Range(1, 3).Select(number => XmlRoll.Record(Pupil.Number(number)))), XmlRoll.Record(Pupil.Number(4)));

        var run = await world.FeedAsync(Utf8(file));

        (await world.RowsAsync(run.Id)).Select(row => row.Line).ShouldBe([4, 5, 6, 7]);
    }

    public static TheoryData<string, byte[]> Readable { get; } = new()
    {
        { "Windows-1252 that says so", Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?>" + XmlRoll.Text(new Pupil { Surname = "Münzer" })) },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Utf8("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" + XmlRoll.Text(new Pupil { Surname = "Münzer" }))] },
        { "character references and sections", Utf8(XmlRoll.Text(new Pupil { Surname = "Münzer" }).Replace("Münzer", "<![CDATA[M]]>&#xFC;nz<!-- a comment -->er", StringComparison.Ordinal)) },
        { "a prefix", Utf8(XmlRoll.Text(new Pupil { Surname = "Münzer" })
            .Replace("</", "</r:", StringComparison.Ordinal).Replace("<", "<r:", StringComparison.Ordinal).Replace("<r:/", "</", StringComparison.Ordinal).Replace("xmlns=", "xmlns:r=", StringComparison.Ordinal)) },
        { "lines and blanks about", Utf8("\n\n  " + XmlRoll.Text(new Pupil { Surname = "Münzer" }).Replace(">Münzer<", ">\n   Münzer\t\n<", StringComparison.Ordinal)) },
        { "a place of its schema", Utf8(XmlRoll.Text(new Pupil { Surname = "Münzer" }).Replace(
            "<SchoolRoll ", "<SchoolRoll xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:contactpoint:school-roll:1 http://127.0.0.1:9/x.xsd' ", StringComparison.Ordinal)) },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    [Trait("Rule", "FED-1")]
    [Trait("Asvs", "1.5.1")]
    public async Task Apply_XmlAsSystemsWriteIt_ReadsThePupil(string what, byte[] file)
    {
        await using var world = await World.StartAsync();

        var run = await world.FeedAsync(file);

        run.Error.ShouldBeNull(what);
        run.Counts.Created.ShouldBe(1, what);
        (await world.RecordsAsync()).Single().Identity!.Name.Value.Family.ShouldBe("Münzer", what);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<FeedProgress>
    {
        public Guid Run { get; private set; }

        public void Report(FeedProgress value)
        {
            if (value is not { Stage: FeedStage.Applying, Done: > 0 }) return;
            Run = value.Run;
            stop.Cancel();
        }
    }
}
