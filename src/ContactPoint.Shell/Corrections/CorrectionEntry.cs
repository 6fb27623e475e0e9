using ContactPoint.Directory.Children;
using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Corrections;
using ContactPoint.Sdk.Children;
using ContactPoint.Ui.Fields;

namespace ContactPoint.Shell.Corrections;

/// <summary>What a steward types into the form of corrections.</summary>
internal sealed class CorrectionEntry
{
    public string? Family { get; set; }

    public string? Given { get; set; }

    public string? Middle { get; set; }

    public DateEntry Birth { get; set; } = DateEntry.Empty;

    public Gender? Gender { get; set; }

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? Town { get; set; }

    public string? Postcode { get; set; }

    public CorrectionReason Reason { get; set; }

    /// <summary>As the record is.</summary>
    public static CorrectionEntry Of(ChildRecordView view)
    {
        var (identity, address) = (view.Identity!.Value, AddressOf(view));
        return new CorrectionEntry
        {
            Family = identity.Name.Family,
            Given = identity.Name.Given,
            Middle = identity.Name.Middle,
            Birth = DateEntry.From(identity.DateOfBirth),
            Gender = identity.Gender,
            Line1 = address is { Lines: [var first, ..] } ? first : null,
            Line2 = address is { Lines.Count: > 1 } ? string.Join(", ", address.Lines.Skip(1)) : null,
            Town = address?.Town,
            Postcode = address?.Postcode,
        };
    }

    /// <summary>The fields that are not as the record has them.</summary>
    public IReadOnlyList<FieldValue> Changed(ChildRecordView view)
    {
        var (was, identity, values) = (Of(view), view.Identity!.Value, new List<FieldValue>());
        if ((Family, Given, Middle) != (was.Family, was.Given, was.Middle)) values.Add(new FieldValue(Name: new PersonName(Family ?? string.Empty, Given ?? string.Empty, Middle)));
        if (Gender is { } gender && gender != identity.Gender) values.Add(new FieldValue(Gender: gender));
        if (Birth.Read() is { } birth && birth != identity.DateOfBirth) values.Add(new FieldValue(DateOfBirth: birth));
        if ((Line1, Line2, Town, Postcode) != (was.Line1, was.Line2, was.Town, was.Postcode))
            values.Add(new FieldValue(Address: new Address([.. new[] { Line1, Line2 }.OfType<string>()], Town, Postcode)));
        return values;
    }

    private static Address? AddressOf(ChildRecordView view) => (view.Whereabouts?.Value.Whereabouts as CurrentAddress)?.Address;
}
