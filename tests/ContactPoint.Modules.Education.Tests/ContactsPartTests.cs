using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Tests;
using ContactPoint.Modules.Education.Contacts;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>Whom to reach at the child's school, as a part of the record.</summary>
public sealed class ContactsPartTests
{
    [Fact]
    [Trait("Rule", "SHD-2")]
    public async Task OfAMaskedChild_ItIsWithheldWithTheSchool()
    {
        await using var world = await StartAsync();
        var child = await world.AddAsync(Given.Child());
        world.Shields.Levels[child] = ShieldLevel.Masked;

        var reading = await ReadAsync(world, await world.PersonAsync(), child);

        reading.Pass.Granted.ShouldNotContain(PartKey.School);
        reading.Pass.Granted.ShouldNotContain(ContactsSource.Part);
        reading.Part<ContactsPart>(ContactsSource.Part).ShouldBeNull();
    }

    [Theory]
    [InlineData(Agency.Health)]
    [InlineData(Agency.SocialCare)]
    [InlineData(Agency.Education)]
    public async Task OfAChildAtTheSchool_EachAgencySeesIt(Agency agency)
    {
        await using var world = await StartAsync();
        var child = await world.AddAsync(Given.Child());

        var reading = await ReadAsync(world, await world.PersonAsync(agency, Guid.NewGuid()), child);

        reading.Part<ContactsPart>(ContactsSource.Part)!.Value.Contacts.ShouldHaveSingleItem().Contact!.Name.ShouldBe("Helen Ashworth");
    }

    [Fact]
    public async Task OfAChildWhoLeft_OrIsAtAnotherSchool_ItHoldsNothing()
    {
        await using var world = await StartAsync();
        var left = Given.Child();
        left = left with { Starts = [left.Starts[0] with { End = world.Today.AddDays(-1) }] };
        var elsewhere = Given.Child() with { Identifiers = [], Starts = [Given.Child().Starts[0] with { Organisation = World.Practice, ServiceCode = ServiceCatalogue.School.Code }] };
        var nurse = await world.PersonAsync();

        foreach (var child in new[] { left, elsewhere })
        {
            await world.AddAsync(child);
            (await ReadAsync(world, nurse, child.Child)).Part<ContactsPart>(ContactsSource.Part).ShouldBeNull();
        }
    }

    [Fact]
    [Trait("Rule", "REC-6")]
    public async Task PupilNumbers_OfARecordThatShowsThePart_AreForEducationStaffAlone()
    {
        await using var world = await StartAsync();
        var child = await world.AddAsync(Given.Child());

        var nurse = await ReadAsync(world, await world.PersonAsync(), child);
        var teacher = await ReadAsync(world, await world.PersonAsync(Agency.Education, World.School), child);

        nurse.Part<object>(ContactsSource.Part).ShouldNotBeNull();
        nurse.Part<object>(PartKey.UniquePupilNumber).ShouldBeNull();
        nurse.Pass.Granted.ShouldNotContain(PartKey.UniquePupilNumber);
        teacher.Part<object>(PartKey.UniquePupilNumber).ShouldNotBeNull();
    }

    private static async Task<World> StartAsync()
    {
        var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        (await pages.Keeping.SaveAsync(new ContactForm { Function = SchoolFunction.SafeguardingLead, ExpectedVersion = 0, Name = "Helen Ashworth", Phone = "0161 496 0100" })).Value.IsSaved.ShouldBeTrue();
        return world;
    }

    private static async Task<RecordReading> ReadAsync(World world, Person person, ChildId child)
    {
        var pass = await world.Get<IRecordGate>().OpenAsync(await person.CallerAsync(), new OpenRequest(Person.Care, await person.HandleAsync(child)));
        return (await world.Get<IRecordReader>().ReadAsync(pass.Value)).Value;
    }
}
