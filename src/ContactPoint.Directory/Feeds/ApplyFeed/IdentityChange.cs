using ContactPoint.Directory.Children;
using ContactPoint.Matching.Names;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Names, gender and date of birth by a roll. A name that gives way stays as a former one, so that it still finds the child.</summary>
internal static class IdentityChange
{
    public static IdentityDocument New(RowStatement said)
    {
        var row = said.Row;
        var document = new IdentityDocument
        {
            Name = new(row.Name, said.From),
            Gender = new(row.Gender ?? Gender.NotSpecified, said.From),
            DateOfBirth = new(row.DateOfBirth, said.From),
            DirectoryNumber = DirectoryNumber.New().Value,
        };
        return document with { OtherNames = OtherNames(document, document, said) };
    }

    /// <summary>The identity as it becomes; null when it stays.</summary>
    public static IdentityDocument? Of(IdentityDocument held, RowStatement said, ChangedFields fields)
    {
        var changed = held with
        {
            Name = NameOf(held, said),
            Gender = said.Row.Gender is { } gender ? Now(held.Gender, gender, gender == held.Gender.Value, said) : held.Gender,
            DateOfBirth = Now(held.DateOfBirth, said.Row.DateOfBirth, said.Row.DateOfBirth == held.DateOfBirth.Value, said),
        };
        changed = changed with { OtherNames = OtherNames(held, changed, said) };

        fields.Add("name", held.Name, changed.Name);
        fields.Add("gender", held.Gender, changed.Gender);
        fields.Add("dateOfBirth", held.DateOfBirth, changed.DateOfBirth);
        var names = Values(changed);
        if (!names.SequenceEqual(Values(held))) fields.Add("otherNames", Values(held), names);
        else changed = changed with { OtherNames = held.OtherNames };
        return changed == held ? null : changed;
    }

    /// <summary>Whether a row names the child as the record does. Capitals, accents and spacing are a matter of the school's system, and a blank middle name says nothing.</summary>
    public static bool IsSame(PersonName mine, PersonName theirs) =>
        Same(mine.Family, theirs.Family) && Same(mine.Given, theirs.Given) && (theirs.Middle is null || Same(mine.Middle, theirs.Middle));

    private static Sourced<T> Now<T>(Sourced<T> held, T said, bool isSame, RowStatement by) =>
        isSame ? by.Frees(held.From) ? held with { From = by.From } : held
        : by.Yields(held.From) ? held
        : new(said, by.From);

    private static List<OtherName> Values(IdentityDocument document) => [.. document.OtherNames.Select(other => other.Value)];

    private static Sourced<PersonName> NameOf(IdentityDocument held, RowStatement said)
    {
        var (mine, theirs) = (held.Name.Value, said.Row.Name);
        return Now(held.Name, theirs.Middle is null && Same(mine.Given, theirs.Given) ? theirs with { Middle = mine.Middle } : theirs, IsSame(mine, theirs), said);
    }

    private static List<Sourced<OtherName>> OtherNames(IdentityDocument held, IdentityDocument changed, RowStatement said)
    {
        var names = held.OtherNames.ToList();
        var current = changed.Name.Value;
        if (!SameName(held.Name.Value, current)) names.Insert(0, new(new OtherName(OtherNameKind.Former, held.Name.Value), held.Name.From));
        if (said.Row.FormerSurname is { } former) names.Add(new(new OtherName(OtherNameKind.Former, current with { Family = former, Middle = null }), said.From));
        if (said.Row is { PreferredSurname: not null } or { PreferredForename: not null })
        {
            var preferred = new PersonName(said.Row.PreferredSurname ?? current.Family, said.Row.PreferredForename ?? current.Given);
            var held0 = names.Find(name => name.Value.Kind == OtherNameKind.Preferred);
            if (held0 is null || (!SameName(held0.Value.Name, preferred) && !said.IsOlderThan(held0.From)))
            {
                names.RemoveAll(name => name.Value.Kind == OtherNameKind.Preferred);
                names.Add(new(new OtherName(OtherNameKind.Preferred, preferred), said.From));
            }
        }

        return [.. names.Where(name => !SameName(name.Value.Name, current))
            .DistinctBy(name => (name.Value.Kind, NameNormaliser.Normalise(name.Value.Name.Family), NameNormaliser.Normalise(name.Value.Name.Given)))];
    }

    private static bool SameName(PersonName a, PersonName b) => Same(a.Family, b.Family) && Same(a.Given, b.Given);

    private static bool Same(string? a, string? b) => NameNormaliser.Normalise(a) == NameNormaliser.Normalise(b);
}
