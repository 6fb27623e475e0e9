using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Services;

namespace ContactPoint.Synthetic.Feeds;

/// <summary>A pupil as a school's roll lists it.</summary>
/// <param name="Upn">Null for a pupil whose number the school does not know.</param>
/// <param name="Row">Names, date, postcode, with mistakes; forename, surname and date are always given.</param>
/// <param name="Line">Number and street.</param>
/// <param name="Town">Post town.</param>
/// <param name="Entry">First day at the school.</param>
/// <param name="Contact">Who looks after the pupil first.</param>
public sealed record RollPupil(string? Upn, FeedRow Row, string Line, string Town, DateOnly Entry, SyntheticCarer Contact);

/// <summary>Makes the rolls of schools.</summary>
/// <param name="country">The country.</param>
/// <param name="services">Its services.</param>
public sealed class RollMaker(SyntheticCountry country, SyntheticServices services)
{
    private const double WithoutUpn = 0.03;

    /// <summary>The pupil of a child at school; null for a child at none.</summary>
    /// <param name="child">The child.</param>
    public (int School, RollPupil Pupil)? Of(SyntheticChild child)
    {
        ArgumentNullException.ThrowIfNull(child);
        var placement = services.CareOf(child).Involvements.FirstOrDefault(involvement => involvement.Role == ServiceRole.School);
        if (placement is null) return null;
        var dice = new Dice(Dice.Seed(country.Seed, Stream.Feed, -1L - child.Number));
        var row = FeedMaker.Slipped(child.Number, child, child, dice);

        // A school's system does not let a pupil in without a name and a date of birth.
        row = row with { Forename = row.Forename ?? child.Forename, Surname = row.Surname ?? child.Surname, DateOfBirth = row.DateOfBirth ?? child.DateOfBirth };
        var home = SyntheticHome.Of(child.Household);
        return (placement.Organisation, new RollPupil(dice.Chance(WithoutUpn) ? null : SyntheticNumbers.Upn(child), row, home.Line, home.Town, placement.Start, home.Carers[0]));
    }
}
