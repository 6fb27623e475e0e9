using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Corrections.CorrectRecord;
using ContactPoint.Directory.Tests.Feeds;
using ContactPoint.Directory.Tests.Feeds.Queue;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Tests.Corrections;

/// <summary>A child by a school's roll, and a steward who knows better.</summary>
internal static class CorrectionWorld
{
    public static readonly AccessStatement DataQuality = new(Purpose.DataQuality, Relationship.MyAreaOrSetting);

    /// <summary>As the roll has it; born on 14 March 2015.</summary>
    public static readonly Pupil Jayden = new() { Upn = Pupil.UpnOf(8) };

    public static readonly DateOnly Right = new(2015, 3, 4);

    public static readonly FieldValue RightBirth = new(DateOfBirth: Right);

    public static async Task<ChildId> FedAsync(this World world)
    {
        await world.FeedAsync(Jayden);
        return (await world.RecordsAsync()).ShouldHaveSingleItem().Child;
    }

    public static Task<Person> StewardPersonAsync(this World world, string? authority = "355") => world.PersonAsync(Agency.Administration, role: Role.DataSteward, authority: authority);

    public static async Task<Result<bool>> CorrectAsync(this World world, Person steward, ChildId child, params FieldValue[] values) =>
        await world.CorrectAsync((await steward.OpenAsync(child, DataQuality)).Pass, values);

    public static Task<Result<bool>> CorrectAsync(this World world, RecordPass pass, FieldValue[] values, CorrectionReason reason = CorrectionReason.DocumentSeen) =>
        world.ScopedAsync<CorrectRecordHandler, Result<bool>>(handler => handler.HandleAsync(new CorrectRecord(pass, values, reason)));

    /// <summary>Fed with a wrong date of birth, and put right by a steward.</summary>
    public static async Task<(ChildId Child, Person Steward)> CorrectedAsync(this World world)
    {
        var child = await world.FedAsync();
        var steward = await world.StewardPersonAsync();
        (await world.CorrectAsync(steward, child, RightBirth)).Succeeded.ShouldBeTrue();
        return (child, steward);
    }

    public static IContradictions Contradictions(this World world) => world.Get<IContradictions>();

    /// <summary>The school's next file.</summary>
    public static Task FeedLaterAsync(this World world, params Pupil[] pupils) => world.FeedAsync(Pupil.File(pupils), approved: true);
}
