using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Tests.Children;

public sealed class RecordTests
{
    [Fact]
    [Trait("Rule", "REC-3")]
    public async Task Open_AWholeRecord_ShowsEveryPartItHolds()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child() with
        {
            LeadProfessional = new(new LeadProfessional(World.Nurse, new DateOnly(2026, 1, 5)), Given.From(World.NurseTeam, SourceKind.ChildHealth)),
            EarlyHelp = new(new EarlyHelpAssessment { Status = EarlyHelpStatus.InProgress, Holder = World.Nurse, Started = new DateOnly(2026, 2, 1) }, Given.From()),
            FormerAddresses = [new(new FormerAddress(new Address(["3 Old Street"], "Leeds", "LS1 4AP"), new DateOnly(2020, 1, 1)), Given.From())],
        });
        var nurse = await world.PersonAsync(practitioner: World.Nurse);

        var view = await nurse.OpenAsync(child, Person.Safeguarding);

        view.Identity!.Value.Name.ShouldBe(new PersonName("Osborne", "Jayden", "Marmaduke"));
        view.Identity.Value.DateOfBirth.ShouldBe(new DateOnly(2015, 3, 14));
        view.Identity.Value.DirectoryNumber.ShouldStartWith("CP ");
        view.School!.Value.School!.Organisation.ShouldBe("St Luke's Primary");
        view.School.Value.Start.ShouldBe(new DateOnly(2019, 9, 2));
        view.GeneralPractice!.Value.Practice!.Phone.ShouldBe("0161 496 0002");
        view.Whereabouts!.Value.Whereabouts.ShouldBeOfType<CurrentAddress>().Address.Postcode.ShouldBe("M6 5AA");
        view.FormerAddresses!.Value.Addresses.Single().Address.Town.ShouldBe("Leeds");
        view.Carers!.Value.Carers.Single().HasParentalResponsibility.ShouldBeTrue();
        view.LeadProfessional!.Value.Contact.Practitioner.ShouldBe("Amara Osei");
        view.EarlyHelp!.Value.Holder.Phone.ShouldBe("07700 900461");
        view.Authority!.Value.Name.ShouldBe("Salford");
        view.OtherNames.ShouldBeNull();
        view.Missing.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "REC-6")]
    public async Task Open_ByAnotherSector_ShowsNoIdentifierOfASector()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync();

        var view = await nurse.OpenAsync(child);

        view.UniquePupilNumber.ShouldBeNull();
        view.Withheld.ShouldContain(part => part.Part == PartKey.UniquePupilNumber);
    }

    [Fact]
    [Trait("Rule", "REC-6")]
    public async Task Open_ByTheSectorThatIssuesIt_ShowsTheNumberAndItsAliases()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var version = (await world.ReadAsync(child)).Version;
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = version, Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, "W801200001009", Given.From())] })).Succeeded.ShouldBeTrue();
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        var part = (await teacher.OpenAsync(child)).UniquePupilNumber!.Value;

        part.Value.ShouldBe("W801200001009");
        part.Superseded.ShouldBe([Given.Upn]);
    }

    [Fact]
    [Trait("Rule", "REC-6")]
    public async Task Write_AnIdentifierThatFailsItsCheck_IsRefusedAndChangesNothing()
    {
        await using var world = await World.StartAsync();
        var write = Given.Child() with { Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, "A801200001001", Given.From())] };

        await Should.ThrowAsync<ArgumentException>(() => world.WriteAsync(write));

        (await world.JobAsync((pass, unit) => world.Get<IChildReader>().ReadAsync(pass, [write.Child], unit)))[0].ShouldBeNull();
    }

    [Theory]
    [Trait("Rule", "REC-4")]
    [MemberData(nameof(FourWhereabouts))]
    public async Task Whereabouts_OfEachOfTheFourKinds_ComeBackAsTheyWere(int kind)
    {
        Whereabouts whereabouts = kind switch
        {
            0 => new CurrentAddress(new Address(["1 A Street", "Flat 2"], "Salford", "M6 5AA")),
            1 => new LastKnownAddress(new Address(["1 A Street"])),
            2 => new NoneKnown(),
            _ => new LeftArea(ReturnIntent.Yes),
        };
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child() with { Whereabouts = new(whereabouts, Given.From()) });

        var view = await (await world.PersonAsync()).OpenAsync(child);

        view.Whereabouts!.Value.Whereabouts.ShouldBe(whereabouts);
    }

    public static TheoryData<int> FourWhereabouts => [0, 1, 2, 3];

    [Fact]
    [Trait("Rule", "REC-5")]
    public async Task Open_AChildOfSchoolAgeWithoutSchoolOrPractice_ShowsTheGap()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child() with { Starts = [], Education = EducationStatus.MissingEducation });

        var view = await (await world.PersonAsync()).OpenAsync(child);

        view.School!.Value.IsGap.ShouldBeTrue();
        view.School.Value.Status.ShouldBe(EducationStatus.MissingEducation);
        view.GeneralPractice!.Value.Practice.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "REC-5")]
    public async Task Open_AChildEducatedAtHome_IsNoGap()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child() with { Starts = [], Education = EducationStatus.ElectiveHomeEducation });

        (await (await world.PersonAsync()).OpenAsync(child)).School!.Value.IsGap.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "REC-1")]
    public async Task Save_AnAvailabilityLineOverItsLimit_IsRefused()
    {
        await using var world = await World.StartAsync();
        var chatty = new Organisations.Practitioner { Id = Guid.NewGuid(), OrganisationId = World.NurseTeam, Name = "A", JobTitle = "B", Availability = new string('x', 121) };

        await Should.ThrowAsync<ArgumentException>(() => world.JobAsync(async (pass, unit) =>
        {
            await world.Get<Organisations.IOrganisationDirectory>().SaveAsync(pass, chatty, unit);
            return 0;
        }));
    }

    [Fact]
    [Trait("Rule", "INV-2")]
    public async Task Open_AfterServicesEnded_ShowsUniversalOnesForAYearAndAdditionalOnesForThree()
    {
        await using var world = await World.StartAsync();
        InvolvementStart Ended(Service service, DateOnly end) => new() { ServiceCode = service.Code, Organisation = World.NurseTeam, Start = new DateOnly(2020, 1, 1), End = end, From = Given.From(World.NurseTeam) };
        var child = await world.AddAsync(Given.Child() with
        {
            Starts =
            [
                Ended(ServiceCatalogue.SchoolNurse, world.Today.AddYears(-1)),
                Ended(ServiceCatalogue.HealthVisitor, world.Today.AddYears(-1).AddDays(-1)),
                Ended(ServiceCatalogue.FamilySupport, world.Today.AddYears(-3)),
                Ended(ServiceCatalogue.YouthOffending, world.Today.AddYears(-3).AddDays(-1)),
            ],
        });

        var shown = (await (await world.PersonAsync()).OpenAsync(child)).Involvements!.Value.Involvements.Select(entry => entry.Service);

        shown.ShouldBe([ServiceCatalogue.SchoolNurse, ServiceCatalogue.FamilySupport], ignoreOrder: true);
    }
}
