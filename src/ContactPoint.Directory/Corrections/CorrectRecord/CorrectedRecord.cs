using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Corrections.CorrectRecord;

/// <summary>What a correction makes of a record: the write, the fields before and after, and the sources that said what was wrong.</summary>
internal sealed record CorrectedRecord(RecordChange Change, IReadOnlyList<(SourceSays Says, bool Agrees)> Contradictions)
{
    /// <summary>Null when the record says all of it already.</summary>
    /// <param name="record">As it is.</param>
    /// <param name="values">In normal form.</param>
    /// <param name="by">A steward's provenance, without the source that it corrects, which each field has of its own; or that of the source whose value is taken over.</param>
    public static CorrectedRecord? Of(ChildRecord record, IReadOnlyList<FieldValue> values, Provenance by)
    {
        var (identity, whereabouts, fields, wrong) = (record.Identity!, record.Whereabouts, new ChangedFields(), new List<(SourceSays, bool)>());
        var write = new ChildWrite { Child = record.Child, ExpectedVersion = record.Version };
        foreach (var value in values)
        {
            switch (value)
            {
                case { Name: { } name }:
                    var named = Corrected(identity.Name, name, new FieldValue(Name: identity.Name.Value), value, "name");
                    identity = identity with { Name = named, OtherNames = [.. identity.OtherNames.Where(other => !IdentityChange.IsSame(other.Value.Name, name))] };
                    break;
                case { Gender: { } gender }:
                    identity = identity with { Gender = Corrected(identity.Gender, gender, new FieldValue(Gender: identity.Gender.Value), value, "gender") };
                    break;
                case { DateOfBirth: { } birth }:
                    identity = identity with { DateOfBirth = Corrected(identity.DateOfBirth, birth, new FieldValue(DateOfBirth: identity.DateOfBirth.Value), value, "dateOfBirth") };
                    break;
                case { Address: { } address }:
                    var held = whereabouts ?? new Sourced<Whereabouts>(new NoneKnown(), by);
                    var now = Corrected<Whereabouts>(held, new CurrentAddress(address), held.Value is CurrentAddress current ? new FieldValue(Address: current.Address) : null, value, "whereabouts");
                    if (now != held) write = write with { Whereabouts = now };
                    break;
            }
        }

        if (identity != record.Identity) write = write with { Identity = identity };
        return fields.IsEmpty ? null : new CorrectedRecord(fields.With(write), wrong);

        Sourced<T> Corrected<T>(Sourced<T> held, T value, FieldValue? before, FieldValue now, string field)
        {
            if (Equals(held.Value, value)) return held;
            fields.Add(field, held.Value, value);

            // Put right once more, it still corrects the source of the first value.
            var source = held.From.IsPinned ? held.From.Corrects : held.From.Kind == SourceKind.Practitioner ? null : (Guid?)held.From.Source;
            if (!by.IsPinned) return new Sourced<T>(value, by);
            if (!held.From.IsPinned && source is not null && before is not null && !before.IsSame(now)) wrong.Add((new SourceSays(before, held.From), false));
            return new Sourced<T>(value, by with { Corrects = source });
        }
    }
}
