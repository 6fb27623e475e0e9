using System.Text;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class ReadableFileTests
{
    private const string Rows = "Last name, FIRST_NAME ,Date-of-Birth,Favourite colour\nMünzer,Zoë,2015-03-14,blue\n";

    public static TheoryData<string, byte[]> Encodings { get; } = new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Rows) },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Rows)] },
        { "Windows-1252", Encoding.Latin1.GetBytes(Rows) },
        { "Windows line ends", Encoding.UTF8.GetBytes(Rows.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "old Macintosh line ends", Encoding.UTF8.GetBytes(Rows.Replace('\n', '\r')) },
        { "no line end at the end", Encoding.UTF8.GetBytes(Rows.TrimEnd()) },
        { "blank lines between", Encoding.UTF8.GetBytes(Rows.Replace("\n", "\n\n,,,\n", StringComparison.Ordinal)) },
        { "everything in marks", Encoding.UTF8.GetBytes("\"Surname\",\"Forename\",\"DOB\"\n\"Münzer\",\"Zoë\",\"14/03/2015\"\n") },
    };

    // What the Kernel and the directory own, and what no file may bring (case data), by any name a column could have: nothing but the closed list is read.
    [Fact]
    [Trait("Rule", "MOD-4")]
    [Trait("Rule", "REC-1")]
    [Trait("Invariant", "I-41")]
    public async Task Apply_ColumnsOfWhatNoFileMaySay_AreNotReadAndChangeNothing()
    {
        await using var world = await World.StartAsync();
        await using var plain = await World.StartAsync();
        var names = Pupil.Text(Pupil.Number(1)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        const string Owned = "Shield,ShieldLevel,State,Supplier,Authority,Version,ChildId,DirectoryNumber,DateOfDeath,NHSNumber,LeadProfessional,Consent,Audit,Attendance,SENStatus,Notes,Offence";
        var values = string.Join(',', Owned.Split(',').Select((_, place) => $"marker{place}"));

        await world.FeedAsync(Encoding.UTF8.GetBytes($"{names[0]},{Owned}\r\n{names[1]},{values}\r\n"));
        await plain.FeedAsync(Pupil.Number(1));

        static string Of(ChildRecord record) => System.Text.Json.JsonSerializer.Serialize(new
        {
            record.State,
            record.Supplier,
            record.Authority,
            record.Version,
            record.Education,
            Name = record.Identity!.Name.Value,
            Born = record.Identity.DateOfBirth.Value,
            Died = record.Identity.DateOfDeath is null,
            Schemes = record.Identifiers.Select(number => number.Scheme).Order(),
            Services = record.Involvements.Select(one => one.ServiceCode),
            record.LeadProfessional,
            record.EarlyHelp,
        });
        var read = Of((await world.RecordsAsync()).ShouldHaveSingleItem());
        read.ShouldBe(Of((await plain.RecordsAsync()).ShouldHaveSingleItem()));
        read.ShouldNotContain("marker");
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    [Trait("Rule", "FED-1")]
    public async Task Apply_InEitherEncodingAndWithNamesAsPeopleWriteThem_ReadsThePupil(string what, byte[] file)
    {
        await using var world = await World.StartAsync();

        var run = await world.FeedAsync(file);

        run.Counts.Created.ShouldBe(1, what);
        var identity = (await world.RecordsAsync()).Single().Identity!;
        (identity.Name.Value.Family, identity.Name.Value.Given, identity.DateOfBirth.Value).ShouldBe(("Münzer", "Zoë", new DateOnly(2015, 3, 14)), what);
        identity.Gender.Value.ShouldBe(Gender.NotSpecified);
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "REC-3")]
    [Trait("Rule", "REC-9")]
    public async Task Apply_AWholeRow_KeepsEveryFieldWithItsProvenance()
    {
        await using var world = await World.StartAsync();
        var pupil = new Pupil { Upn = Given.Upn, Middle = "Marmaduke", Known = "Jay", FormerSurname = "Quartermaine", Line1 = "Flat 2, \"The Mews\"", Carer = "Osborne" };

        var run = await world.FeedAsync(pupil);

        var record = (await world.RecordsAsync()).Single();
        record.State.ShouldBe(RecordState.Active);
        record.Authority!.Value.Value.ShouldBe("355");
        record.Education.ShouldBe(EducationStatus.AtSchool);
        record.Identity!.OtherNames.Select(other => (other.Value.Kind, other.Value.Name.Family, other.Value.Name.Given))
            .ShouldBe([(OtherNameKind.Former, "Quartermaine", "Jayden"), (OtherNameKind.Preferred, "Osborne", "Jay")], ignoreOrder: true);
        ((CurrentAddress)record.Whereabouts!.Value).Address.ShouldBe(new Address(["Flat 2, \"The Mews\""], "Salford", "M6 5AA"));
        var carer = record.Carers!.Value.ShouldHaveSingleItem();
        (carer.Relationship, carer.HasParentalResponsibility, carer.HasCare, carer.Phone).ShouldBe((CarerRelationship.Mother, true, true, "07700 900123"));
        record.Identifiers.ShouldContain(number => number.Scheme == IdentifierSchemes.Upn && number.Value == Given.Upn && number.IsCurrent);
        record.Involvements.ShouldHaveSingleItem().Start.ShouldBe(new DateOnly(2019, 9, 2));
        Provenance[] all =
        [
            record.Identity.Name.From, record.Identity.DateOfBirth.From, record.Identity.Gender.From, .. record.Identity.OtherNames.Select(other => other.From),
            record.Whereabouts.From, record.Carers.From, record.Involvements[0].From, .. record.Identifiers.Select(number => number.From),
        ];
        all.ShouldAllBe(from => from.Source == World.School && from.FeedRun == run.Id && from.AsAt == world.Today && from.ReceivedAt == world.Now && from.Kind == SourceKind.SchoolRoll);
    }

    [Fact]
    [Trait("Rule", "REC-3")]
    public async Task Apply_AContactWithNeitherResponsibilityNorCare_IsNotKept()
    {
        await using var world = await World.StartAsync();
        var file = "Surname,Forename,DOB,Contact1Surname,Contact1Relationship,Contact1Phone\nOsborne,Jayden,14/03/2015,Neighbour,Other,+44 7700 900123\n"u8.ToArray();

        (await world.FeedAsync(file)).Counts.Created.ShouldBe(1);

        (await world.RecordsAsync()).Single().Carers.ShouldBeNull();
    }
}
