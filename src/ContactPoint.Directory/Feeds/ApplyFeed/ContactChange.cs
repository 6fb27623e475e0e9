using ContactPoint.Directory.Children;
using ContactPoint.Matching.Names;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Address and carers by a roll. What a roll does not mention it does not deny: a blank cell removes nothing.</summary>
internal static class ContactChange
{
    public static (Sourced<Whereabouts>? Now, IReadOnlyList<Sourced<FormerAddress>>? Former) Whereabouts(ChildRecord? record, RowStatement said, ChangedFields fields)
    {
        if (said.Row.Address is not { } address) return (null, null);
        var held = record?.Whereabouts;
        var before = held?.Value switch { CurrentAddress current => current.Address, LastKnownAddress last => last.Address, _ => null };
        if (held is { Value: CurrentAddress } && Same(before!, address))
        {
            if (!said.Frees(held.From)) return (null, null);
            fields.Add("whereabouts", held, held with { From = said.From });
            return (held with { From = said.From }, null);
        }

        if (held is not null && said.Yields(held.From)) return (null, null);

        var now = new Sourced<Whereabouts>(new CurrentAddress(address), said.From);
        fields.Add("whereabouts", held?.Value, now.Value);
        if (before is null || Same(before, address)) return (now, null);
        return (now, [new(new FormerAddress(before, said.From.AsAt), held!.From), .. record!.FormerAddresses]);
    }

    public static Sourced<IReadOnlyList<Carer>>? Carers(ChildRecord? record, RowStatement said, ChangedFields fields)
    {
        var held = record?.Carers;
        if (said.Row.Contacts.Count == 0 || (held is not null && said.IsOlderThan(held.From))) return null;
        var carers = held?.Value.ToList() ?? [];
        var changed = false;
        foreach (var contact in said.Row.Contacts)
        {
            var place = carers.FindIndex(carer => SameName(carer.Name, contact.Name));
            var next = place < 0 ? contact : Merged(carers[place], contact);
            if (place < 0) carers.Add(next);
            else if (carers[place] == next) continue;
            else carers[place] = next;
            changed = true;
        }

        if (!changed) return null;
        fields.Add("carers", held?.Value, carers);
        return new(carers, said.From);
    }

    private static Carer Merged(Carer held, Carer said) => held with
    {
        Relationship = said.Relationship == CarerRelationship.Other ? held.Relationship : said.Relationship,
        HasParentalResponsibility = said.HasParentalResponsibility,
        HasCare = said.HasCare,
        Phone = said.Phone is null || Digits(said.Phone) == Digits(held.Phone) ? held.Phone : said.Phone,
        Email = said.Email is null || string.Equals(said.Email, held.Email, StringComparison.OrdinalIgnoreCase) ? held.Email : said.Email,
    };

    private static string Digits(string? phone) => string.Concat((phone ?? string.Empty).Where(char.IsAsciiDigit));

    /// <summary>Whether two addresses are written alike but for capitals, spaces and points.</summary>
    public static bool Same(Address a, Address b) => Plain(a) == Plain(b);

    private static string Plain(Address address) =>
        string.Concat($"{string.Concat(address.Lines)}|{address.Town}|{address.Postcode}".Where(letter => char.IsLetterOrDigit(letter) || letter == '|')).ToUpperInvariant();

    private static bool SameName(PersonName a, PersonName b) =>
        NameNormaliser.Normalise(a.Family) == NameNormaliser.Normalise(b.Family) && NameNormaliser.Normalise(a.Given) == NameNormaliser.Normalise(b.Given);
}
