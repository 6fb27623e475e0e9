using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Directory.Organisations;
using ContactPoint.Testing;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>The register as it is published: 150 columns of Windows-1252, with what is wrong in it.</summary>
public sealed class RegisterReadingTests
{
    private const string Letters = "St Luke’s, £5 Lane — École Zoë";

    public static TheoryData<string, byte[]> Encodings { get; } = new()
    {
        { "Windows-1252", Establishment.File(new Establishment { Name = Letters }) },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Establishment.Text(new Establishment { Name = Letters }))] },
        { "UTF-8 without one", Encoding.UTF8.GetBytes(Establishment.Text(new Establishment { Name = Letters })) },
    };

    [Fact]
    [Trait("Rule", "MOD-1")]
    [Trait("Rule", "FED-1")]
    public async Task TheModuleThatTheBuildStaged_BringsTheRegisterBesideTheRoll()
    {
        await using var world = await World.StartAsync();
        world.Get<FeedFormats>().Find("education.establishments")!.Subject.ShouldBe(Sdk.Feeds.FeedSubject.Organisations);
        world.Get<FeedFormats>().Of(Sdk.Organisations.OrganisationKind.School).Select(format => format.Key).ShouldBe(["education.roll"], "a school supplies no register");
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    [Trait("Rule", "FED-1")]
    public async Task Apply_InEitherEncoding_KeepsEachLetter(string what, byte[] file)
    {
        await using var world = await World.StartAsync();
        (await world.RegisterAsync(file)).Counts.Created.ShouldBe(1, what);
        (await world.SchoolAsync("105901"))!.Name.ShouldBe(Letters, what);
    }

    // Whoever garbled the name did so before it was published; a whole register is not refused for it.
    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "FED-4")]
    public async Task Apply_WithANameThatCouldBeUtf8ByChance_ReadsTheFileAsItsFormatSays()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Establishment.File(new Establishment { Name = "Caf\u00c3\u00a9 Lane" }, new Establishment { Urn = "105902", Name = "St Luke’s" }));
        (await world.SchoolAsync("105901"))!.Name.ShouldBe("Caf\u00c3\u00a9 Lane");
        (await world.SchoolAsync("105902"))!.Name.ShouldBe("St Luke’s");
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_WithAMarkAndLettersThatAreNoUtf8_IsRefused()
    {
        await using var world = await World.StartAsync();
        (await world.RegisterAsync([0xEF, 0xBB, 0xBF, .. Establishment.File(new Establishment { Name = Letters })])).Error!.Code.ShouldBe("file.encoding-mixed");
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    public async Task Apply_AWholeRow_ReadsWhoItIsWhoseItIsAndHowToReachIt()
    {
        await using var world = await World.StartAsync();

        var run = await world.RegisterAsync(new Establishment { Name = "The \"Old\" Mill, Kersal", Status = "Open, but proposed to close", Closed = "31-08-2027" });

        run.Counts.ShouldBe(new FeedCounts(0, 0, 1, 0, 0, 0));
        var school = (await world.SchoolAsync("105901"))!;
        (school.Name, school.Authority, school.State, school.OpenedOn, school.ClosedOn).ShouldBe(("The \"Old\" Mill, Kersal", "355", OrganisationState.Closing, new DateOnly(1998, 9, 1), new DateOnly(2027, 8, 31)));
        (school.AddressLines, school.Town, school.Postcode, school.Phone).ShouldBe(("14 Quillfeather Lane\nKersal\nGreater Manchester", "Salford", "M6 5AA", "01614960001"));
        (school.Service, school.Agency).ShouldBe(("education.school", Sdk.Access.Agency.Education));
    }

    [Theory]
    [InlineData("1614960001", "01614960001")]
    [InlineData("161496000", "0161496000")]
    [InlineData("0161 496 0001", "0161 496 0001")]
    [InlineData("+44 161 496 0001", "+44 161 496 0001")]
    [InlineData("", null)]
    [InlineData("see website", null)]
    [InlineData("=1+1", null)]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ATelephone_GivesItsNoughtBackAndKeepsNoRowOut(string written, string? kept)
    {
        await using var world = await World.StartAsync();

        var run = await world.RegisterAsync(new Establishment { Phone = written });

        run.Counts.Created.ShouldBe(1);
        (await world.SchoolAsync("105901"))!.Phone.ShouldBe(kept);
        (await world.RowsAsync(run.Id)).Single().Code.ShouldBe(kept is null && written.Length > 0 ? "phone.form" : null);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("M6 5", "postcode.form")]
    [Trait("Rule", "FED-4")]
    public async Task Apply_WithoutAPostcodeOrWithNone_TakesTheRestOfTheRow(string written, string? code)
    {
        await using var world = await World.StartAsync();
        var run = await world.RegisterAsync(new Establishment { Postcode = written });
        ((await world.SchoolAsync("105901"))!.Postcode, (await world.RowsAsync(run.Id)).Single().Code).ShouldBe((null, code));
    }

    public static TheoryData<string, Establishment> Bad { get; } = new()
    {
        { "field.missing", new Establishment { Urn = "" } },
        { "register.number", new Establishment { Urn = "10590A" } },
        { "register.number", new Establishment { Urn = "0105901" } },
        { "field.missing", new Establishment { Name = " " } },
        { "field.formula", new Establishment { Name = "=HYPERLINK(1)" } },
        { "field.length", new Establishment { Name = new string('a', 201) } },
        { "authority.unknown", new Establishment { Authority = "909" } },
        { "authority.unknown", new Establishment { Authority = "35" } },
        { "field.missing", new Establishment { Authority = "" } },
        { "status.code", new Establishment { Status = "Pending" } },
        { "field.missing", new Establishment { Status = "" } },
        { "date.form", new Establishment { Opened = "31-02-2011" } },
        { "date.form", new Establishment { Closed = "1998" } },
        { "date.order", new Establishment { Opened = "01-09-2011", Closed = "01-09-2010" } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ABadRow_IsRejectedAloneWithWhatToDo(string code, Establishment bad)
    {
        await using var world = await World.StartAsync();

        var run = await world.RegisterAsync(bad, new Establishment { Urn = "105902" });

        run.Counts.ShouldBe(new FeedCounts(0, 0, 1, 0, 1, 0), code);
        var row = (await world.RowsAsync(run.Id)).First(one => one.Line == 2);
        (row.Outcome, row.Code).ShouldBe((FeedOutcome.Rejected, code));
        row.WhatToDo.ShouldNotBeNullOrEmpty();
        (await world.SchoolAsync("105902")).ShouldNotBeNull();
        (await world.SchoolsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ANumberTwice_RejectsBothWhereTheyDifferAndTakesOneWhereTheyDoNot()
    {
        await using var world = await World.StartAsync();

        var run = await world.RegisterAsync(new Establishment { Name = "One" }, new Establishment { Name = "Other" }, new Establishment { Urn = "105902" }, new Establishment { Urn = "105902" });

        run.Counts.ShouldBe(new FeedCounts(0, 1, 1, 0, 2, 0));
        (await world.RowsAsync(run.Id)).Where(row => row.Outcome == FeedOutcome.Rejected).ShouldAllBe(row => row.Code == "row.repeated" && !row.WhatToDo!.Contains("child"));
        (await world.SchoolAsync("105901")).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_AValueThatSpansLines_CostsThatRowAlone()
    {
        await using var world = await World.StartAsync();
        var run = await world.RegisterAsync(new Establishment { Street = "14 Quillfeather Lane\nrear entrance" }, new Establishment { Urn = "105902" });
        run.Counts.ShouldBe(new FeedCounts(0, 0, 1, 0, 2, 0));
        (await world.RowsAsync(run.Id)).Where(row => row.Outcome == FeedOutcome.Rejected).ShouldAllBe(row => row.Code == "row.quotes" || row.Code == "row.columns");
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "file.columns")]
    [Trait("Rule", "FED-2")]
    [Trait("Invariant", "I-40")]
    public async Task Check_WithManyColumns_TakesTwoHundred(int columns, string? code)
    {
        var more = columns - Establishment.Header.Split(',').Length;
        var file = Establishment.Header + string.Concat(Enumerable.Range(1, more).Select(number => $",More{number}")) + "\r\n" + new Establishment().Line() + new string(',', more) + "\r\n";

        var report = await new FileChecker(TimeProvider.System).CheckAsync(new MemoryStream(Establishment.Windows.GetBytes(file)), ModuleFormats.Establishments, null, 1 << 20);

        report.Error?.Code.ShouldBe(code);
        (report.Error is null, report.Good).ShouldBe((code is null, code is null ? 1 : 0));
    }

    [Fact]
    [Trait("Rule", "FED-2")]
    public async Task Check_ARollWithSixtyFiveColumns_IsRefusedAsBefore()
    {
        var file = "Surname,Forename,DOB" + string.Concat(Enumerable.Range(1, 62).Select(number => $",More{number}")) + "\nOsborne,Jayden,14/03/2015" + new string(',', 62) + "\n";
        (await new FileChecker(TimeProvider.System).CheckAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), ModuleFormats.SchoolRoll, null, 1 << 20)).Error!.Code.ShouldBe("file.columns");
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_WithoutAColumnThatIsNeeded_NamesIt()
    {
        await using var world = await World.StartAsync();
        var run = await world.RegisterAsync(Encoding.UTF8.GetBytes("URN,EstablishmentName,LA (code)\n105901,Lantern,355\n"));
        run.Error!.Message.ShouldContain("EstablishmentStatus (name)");
    }
}
