using System.Globalization;
using ContactPoint.Demo.Families;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Roll;

/// <summary>One line of a school's file, as its office would have typed it.</summary>
internal sealed record RollLine
{
    public required string? Upn { get; init; }

    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public string? Middle { get; init; }

    public string? Known { get; init; }

    public required Gender Gender { get; init; }

    public required DateOnly Birth { get; init; }

    public Address? Address { get; init; }

    public required DateOnly Entry { get; init; }

    public DateOnly? Leaving { get; init; }

    public Carer? Contact { get; init; }

    public static RollLine Of(ChildPlan child) => new()
    {
        Upn = child.Upn,
        Surname = child.Name.Family,
        Forename = child.Name.Given,
        Middle = child.Name.Middle,
        Known = child.OtherNames.FirstOrDefault(name => name.Kind == OtherNameKind.Preferred)?.Name.Given,
        Gender = child.Gender,
        Birth = child.DateOfBirth,
        Address = child.Household.Whereabouts is CurrentAddress current ? current.Address : null,
        Entry = child.SchoolSince,
        Contact = child.Household.Carers[0],
    };

    public IEnumerable<string?> Cells() =>
    [
        Upn, Surname, Forename, Middle, Known, Gender switch { Gender.Male => "M", Gender.Female => "F", _ => "U" }, Day(Birth),
        string.Join(", ", Address?.Lines ?? []), Address?.Town, Address?.Postcode, Day(Entry), Leaving is { } day ? Day(day) : null,
        Contact?.Name.Family, Contact?.Name.Given, Contact?.Relationship.ToString(), Contact is null ? null : Contact.HasParentalResponsibility ? "Y" : "N",
        Contact is null ? null : Contact.HasCare ? "Y" : "N", Contact?.Phone,
    ];

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
