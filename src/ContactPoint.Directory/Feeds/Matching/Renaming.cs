using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Matching.Names;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>Whether a row of a known child would make the record say who it is anew: then it may come to mean a shielded child (ADR 0017).</summary>
internal static class Renaming
{
    public static bool IsOf(FeedRow row, ChildRecord record, Provenance from)
    {
        if (record.Identity is not { } held) return false;
        return (Counts(held.Name.From, from) && !SameName(held.Name.Value, row.Name))
            || (Counts(held.DateOfBirth.From, from) && held.DateOfBirth.Value != row.DateOfBirth)
            || new[] { row.Upn, row.FormerUpn }.OfType<string>().Any(number => !record.Identifiers.Any(known => known.Scheme == IdentifierSchemes.Upn && known.Value == number))
            || NamesOf(row).Any(name => !held.OtherNames.Any(other => SameName(other.Value.Name, name)) && !SameName(held.Name.Value, name));
    }

    /// <summary>True when every fact of a record came from one source: nobody else would miss what only that source goes on seeing.</summary>
    public static bool IsAlone(ChildRecord record, Guid source) => Origins(record).All(from => from.Source == source);

    // What a later statement said stays: an older one renames nobody.
    private static bool Counts(Provenance held, Provenance from) => from.AsAt >= held.AsAt;

    // The other names that the record would take on.
    private static IEnumerable<PersonName> NamesOf(FeedRow row)
    {
        if (row.FormerSurname is { } former) yield return row.Name with { Family = former };
        if (row is { PreferredSurname: not null } or { PreferredForename: not null })
            yield return row.Name with { Family = row.PreferredSurname ?? row.Name.Family, Given = row.PreferredForename ?? row.Name.Given };
    }

    private static bool SameName(PersonName a, PersonName b) =>
        NameNormaliser.Normalise(a.Family) == NameNormaliser.Normalise(b.Family) && NameNormaliser.Normalise(a.Given) == NameNormaliser.Normalise(b.Given);

    private static IEnumerable<Provenance> Origins(ChildRecord record)
    {
        if (record.Identity is { } identity)
        {
            foreach (var from in new[] { identity.Name.From, identity.Gender.From, identity.DateOfBirth.From }) yield return from;
            foreach (var other in identity.OtherNames) yield return other.From;
            if (identity.DateOfDeath is { } death) yield return death.From;
        }

        foreach (var from in new[] { record.Whereabouts?.From, record.Carers?.From, record.LeadProfessional?.From, record.EarlyHelp?.From }.OfType<Provenance>()) yield return from;
        foreach (var address in record.FormerAddresses) yield return address.From;
        foreach (var number in record.Identifiers) yield return number.From;
        foreach (var involvement in record.Involvements) yield return involvement.From;
    }
}
