using System.Text;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Profiles;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Testing;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>Exports of other systems are read by profiles, those of a format and those that an operator writes.</summary>
public sealed class ProfileTests
{
    private const string Bellwether =
        "Unique Pupil No.\tLegal Surname\tLegal First Name\tSurname\tForename\tSex\tDate of Birth\tReg\tHouse and Street\tPost Town\tPost Code\tAdmitted\tLeft\t"
        + "Priority 1 Surname\tPriority 1 Forename\tPriority 1 Relationship\tPriority 1 Par. Resp.\tPriority 1 Same Address\tPriority 1 Telephone\r\n";

    private const string Larkrise = "PupilUPN;PupilSurname;PupilForename;PupilSex;PupilDoB;Addr1;AddrTown;AddrPC;DoA;Cont1Surname;Cont1Forename;Cont1Rel;Cont1PR;Cont1Resident\n";

    private static readonly string OfBellwether = Bellwether
        + $"{Given.Upn}\tOsborne\tJayden\tQuartermaine\tJay\tmale\t14-Mar-2015\t3B\t14 Quillfeather Lane, flat 2\tSalford\tM6 5AA\t02-Sep-2019\t\tOsborne\tPhilippa\tMother\t1\t0\t07700 900123\r\n";

    private static readonly string OfLarkrise = Larkrise + $"{Given.Upn};Osborne;Jayden;1;14/3/2015;\"14 Quillfeather Lane; flat 2\";Salford;M6 5AA;2/9/2019;Osborne;Philippa;MTH;True;False\n";

    private static FeedFormat Roll => ModuleFormats.SchoolRoll;

    public static TheoryData<string, string> Exports { get; } = new() { { "bellwether", OfBellwether }, { "larkrise", OfLarkrise } };

    [Theory]
    [MemberData(nameof(Exports))]
    [Trait("Rule", "FED-1")]
    public async Task Apply_AnotherSystemsExport_ReadsItsHeadingsCodesAndDates(string profile, string export)
    {
        await using var world = await World.StartAsync();

        var run = (await world.Get<IFeeds>().ApplyAsync(world.System, Of(export, profile), new FeedOptions())).Value;

        run.Error.ShouldBeNull();
        run.Counts.Created.ShouldBe(1, string.Join(' ', (await world.RowsAsync(run.Id)).Select(row => $"{row.Code} {row.Field}")));
        var record = (await world.RecordsAsync()).Single();
        (record.Identity!.Name.Value.Family, record.Identity.Gender.Value, record.Identity.DateOfBirth.Value).ShouldBe(("Osborne", Gender.Male, new DateOnly(2015, 3, 14)));
        record.Involvements.ShouldHaveSingleItem().Start.ShouldBe(new DateOnly(2019, 9, 2));
        var carer = record.Carers!.Value.ShouldHaveSingleItem();
        (carer.Relationship, carer.HasParentalResponsibility, carer.HasCare).ShouldBe((CarerRelationship.Mother, true, false));
        ((CurrentAddress)record.Whereabouts!.Value).Address.Lines.Single().ShouldStartWith("14 Quillfeather Lane");
        if (profile == "bellwether") record.Identity.OtherNames.Select(other => other.Value.Name.Family).ShouldContain("Quartermaine", "the plain surname is the one that the pupil goes by");
    }

    [Fact]
    [Trait("Rule", "FED-2")]
    [Trait("Rule", "FED-4")]
    public async Task Preview_WithTheWrongProfile_SaysWhatIsMissing()
    {
        await using var world = await World.StartAsync();
        async Task<string> RefusalAsync(string file, string? profile) => (await world.Get<IFeeds>().PreviewAsync(world.System, Of(file, profile))).Value.Error!.ToString();

        (await RefusalAsync(OfBellwether, null)).ShouldContain("file.separator");
        (await RefusalAsync(OfBellwether, "larkrise")).ShouldContain("file.separator");

        (await RefusalAsync(OfBellwether.Replace('\t', ';'), "larkrise")).ShouldContain("file.header-repeated");
        (await RefusalAsync(OfLarkrise.Replace(';', '\t'), "bellwether")).ShouldContain(
            "missing: Legal Surname, Legal First Name, Date of Birth. Choose the profile of the system that made the file: this is read as Bellwether");
        (await RefusalAsync(OfLarkrise.Replace(';', ','), null)).ShouldContain("missing: Surname, Forename, DOB. Add them, or choose the profile");
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_WhatAProfileDoesNotKnow_RejectsThatRowAlone()
    {
        await using var world = await World.StartAsync();
        var row = OfBellwether[Bellwether.Length..];
        var export = Bellwether + row.Replace("male", "boy", StringComparison.Ordinal) + row.Replace("14-Mar-2015", "14/03/2015", StringComparison.Ordinal) + row;

        var run = (await world.Get<IFeeds>().ApplyAsync(world.System, Of(export, "bellwether"), new FeedOptions())).Value;

        var rows = (await world.RowsAsync(run.Id)).OrderBy(one => one.Line).ToList();
        rows.Select(one => (one.Outcome, one.Code)).ShouldBe([(FeedOutcome.Rejected, "gender.code"), (FeedOutcome.Rejected, "date.form"), (FeedOutcome.Created, null)]);
        rows[1].WhatToDo!.ShouldContain("14-Mar-2015");
    }

    private const string Own =
        """
        {
          "name": "Hollin Bank export",
          "separator": "|",
          "headings": { "Fam": "Surname", "Given": "Forename", "Birth": "DOB", "MF": "Gender" },
          "values": { "Gender": { "boy": "M", "girl": "F" } },
          "dates": [ "d.M.yyyy" ]
        }
        """;

    [Fact]
    [Trait("Rule", "FED-1")]
    public void Read_AProfileFile_GivesAProfileOfItsBytes()
    {
        var read = OwnProfileFile.Read(Encoding.UTF8.GetBytes(Own), Roll);

        read.Succeeded.ShouldBeTrue(read.Error?.Message);
        var profile = read.Value.Profile;
        (profile.Separator, profile.Headings["Fam"], profile.Values[FeedField.Gender]["girl"]).ShouldBe(('|', FeedField.FamilyName, "F"));
        profile.Key.ShouldMatch("^own-[0-9a-f]{16}$");
        OwnProfileFile.Read(Encoding.UTF8.GetBytes(Own + " "), Roll).Value.Profile.Key.ShouldNotBe(profile.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"more":1}""")]
    [InlineData("""{"name":"A","name":"B","headings":{"Fam":"Surname"}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname","Fam":"Forename"}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname","fam ":"Forename"}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Diagnosis"}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":null}}""")]
    [InlineData("""{"name":null,"headings":{"Fam":"Surname"}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"separator":" "}""")]
    [InlineData("""{"name":"A","headings":{"":"Surname"}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"dates":["yy"]}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"dates":["dd/MM/yy"]}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"dates":[null]}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"values":{"Gender":{"a":"M","A":"F"}}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"values":{"Gender":null}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"values":{"Gender":{"a":null}}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},"values":{"Gender":{"a":{"b":"c"}}}}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"}} {}""")]
    [InlineData("""{"name":"A","headings":{"Fam":"Surname"},}""")]
    [Trait("Rule", "FED-1")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "1.5.2")]
    [Trait("Asvs", "1.5.3")]
    public void Read_AProfileFileThatIsNone_IsRefused(string json) => OwnProfileFile.Read(Encoding.UTF8.GetBytes(json), Roll).Error!.Code.ShouldBe("profile.form");

    [Fact]
    [Trait("Invariant", "I-40")]
    public void Read_AProfileFileThatIsTooLong_IsRefused() =>
        OwnProfileFile.Read(Encoding.UTF8.GetBytes(Own + new string(' ', OwnProfileFile.MostBytes)), Roll).Error!.Message.ShouldContain("64 KB");

    private static FeedFile Of(string export, string? profile) => FeedWorld.File(Encoding.UTF8.GetBytes(export)) with { Profile = profile };
}
