using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Directory.Tests.Children;

public sealed class WriteRightsTests
{
    public static TheoryData<string, string> Beyond { get; } = new()
    {
        { "index-build", "education" },
        { "key-rotation", "education" },
        { "index-build", "nothing" },
        { "organisations", "education" },
        { "organisations", "nothing" },
        { "feed-apply", "archive" },
        { "feed-apply", "supplier" },
        { "feed-apply", "provisional" },
        { "feed-apply", "active" },
        { "feed-apply", "lead" },
        { "feed-apply", "early-help" },
        { "feed-apply", "nhs" },
        { "feed-apply", "social-worker" },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task Write_ByAJobThatMayNot_IsRefusedAndRecordedAndChangesNothing(string job, string what)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        var written = await world.JobAsync((pass, unit) => world.Get<IChildWriter>().WriteAsync(pass, WriteOf(child, what), unit), new JobName(job));

        written.Error.ShouldBe(ChildErrors.NotAllowed);
        (await world.ReadAsync(child)).Version.ShouldBe(1);
        var entry = (await world.PayloadsAsync(AuditEvents.ChildChanged, AuditOutcome.Refused)).ShouldHaveSingleItem();
        entry.ShouldContain("710 job-may-not-write-this");
        entry.ShouldContain(job);
    }

    [Theory]
    [InlineData("education")]
    [InlineData("nothing")]
    [InlineData("suppliers-own")]
    [Trait("Rule", "FED-6")]
    public async Task Write_ByAFeed_OfWhatARollSays_IsDone(string what)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        (await world.JobAsync((pass, unit) => world.Get<IChildWriter>().WriteAsync(pass, WriteOf(child, what), unit), JobName.FeedApply)).Value.ShouldBe(2);
    }

    [Theory]
    [InlineData("feed-apply")]
    [InlineData("index-build")]
    [InlineData("key-rotation")]
    [Trait("Rule", "USR-2")]
    public async Task Save_OfAnOrganisation_ByAJobThatMayNot_IsRefused(string job)
    {
        await using var world = await World.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => SaveAsync(world, new JobName(job)));

        (await world.Get<IUnitOfWorkFactory>().ReadAsync(unit => world.Get<IOrganisationDirectory>().FindAsync(Made, unit))).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "USR-2")]
    public async Task Save_OfAnOrganisation_ByItsOwnJob_IsDone()
    {
        await using var world = await World.StartAsync();

        await SaveAsync(world, JobName.Organisations);

        (await world.Get<IUnitOfWorkFactory>().ReadAsync(unit => world.Get<IOrganisationDirectory>().FindAsync(Made, unit))).ShouldNotBeNull();
    }

    private static readonly Guid Made = new("5c000000-0000-4000-8000-0000000000aa");

    private static Task<bool> SaveAsync(World world, JobName job) => world.JobAsync(
        async (pass, unit) =>
        {
            await world.Get<IOrganisationDirectory>().SaveAsync(pass, new Organisation { Id = Made, Kind = OrganisationKind.School, Name = "Made", Agency = Agency.Education }, unit);
            return true;
        },
        job);

    private static ChildWrite WriteOf(ChildId child, string what)
    {
        var write = new ChildWrite { Child = child, ExpectedVersion = 1 };
        var day = new DateOnly(2026, 11, 2);
        return what switch
        {
            "education" => write with { Education = EducationStatus.Unknown },
            "archive" => write with { State = RecordState.Archived },
            "supplier" => write with { Supplier = World.School },
            "provisional" => write with { State = RecordState.Provisional },
            "active" => write with { State = RecordState.Active, Supplier = World.School },
            "suppliers-own" => write with { State = RecordState.Provisional, Supplier = World.School },
            "lead" => write with { LeadProfessional = new(new LeadProfessional(World.Nurse, day), Given.From()) },
            "early-help" => write with { EarlyHelp = new(new EarlyHelpAssessment { Status = EarlyHelpStatus.InProgress, Holder = World.Nurse, Started = day }, Given.From()) },
            "nhs" => write with { Identifiers = [new IdentifierWrite(IdentifierSchemes.Nhs, Given.Nhs, Given.From())] },
            "social-worker" => write with { Starts = [new InvolvementStart { ServiceCode = ServiceCatalogue.SocialWorker.Code, Organisation = World.NurseTeam, Start = day, From = Given.From() }] },
            _ => write,
        };
    }
}
