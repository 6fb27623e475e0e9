using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Tests.Index;

/// <summary>Queries of every shape, after a child of the directory and with slips.</summary>
internal static class SyntheticQueries
{
    public static IndexQuery After(IndexRecord child, Random random)
    {
        var family = random.Next(8) == 0 ? null : Slip(child.Family, random);
        var given = random.Next(8) == 0 ? null : Slip(child.Given, random);
        if (random.Next(10) == 0)
            (family, given) = (given, family);
        var place = random.Next(3);
        return new IndexQuery
        {
            Family = family,
            Given = given,
            Middle = random.Next(3) == 0 ? child.Middle : null,
            DateOfBirth = random.Next(3) == 0 ? null : Slip(child.DateOfBirth, random),
            Age = random.Next(2) == 0 ? random.Next(18) : null,
            ReferenceDate = new DateOnly(2026, 2, 28),
            Gender = (RecordedGender)random.Next(3),
            Postcode = place == 0 ? Slip(child.Postcode, random) : null,
            District = place == 1 ? child.Postcode?.Outward : null,
        };
    }

    public static string? Slip(string? name, Random random)
    {
        if (string.IsNullOrEmpty(name))
            return name;
        var letters = name.ToCharArray();
        var at = random.Next(letters.Length);
        return random.Next(6) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            2 => name[..Math.Min(3, name.Length)],
            3 => new string(letters.Select((c, i) => i == at ? (char)('a' + random.Next(26)) : c).ToArray()),
            _ => name,
        };
    }

    private static DateOnly? Slip(DateOnly? date, Random random) => date is not { } day ? null : random.Next(4) switch
    {
        0 when day.Day <= 12 => new DateOnly(day.Year, day.Day, day.Month),
        1 => day.AddDays(random.Next(-20, 20)),
        2 => day.AddYears(random.Next(-3, 3)),
        _ => day,
    };

    private static Postcode? Slip(Postcode? postcode, Random random) =>
        postcode is { } held && random.Next(3) == 0
            && Postcode.TryParse(held.Outward.Value + random.Next(10) + held.Inward[1..], out var other, out _) ? other : postcode;
}
