using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Feeds;
using ContactPoint.Synthetic.Services;
using static ContactPoint.Tool.Generate.CsvFile;

namespace ContactPoint.Tool.Generate;

/// <summary>Rolls of some schools in the layout of docs/feeds-school-roll.md, and beside them which child each line means.</summary>
internal sealed class RollFiles : IDisposable
{
    /// <summary>The columns of a roll.</summary>
    public const string Header =
        "UPN,Surname,Forename,MiddleNames,Gender,DOB,AddressLine1,Town,Postcode,EntryDate,Contact1Surname,Contact1Forename,Contact1Relationship,Contact1ParentalResponsibility,Contact1LivesWithPupil,Contact1Phone";

    private readonly RollMaker maker;
    private readonly Dictionary<int, CsvFile> schools = [];
    private readonly CsvFile truth;

    public RollFiles(SyntheticCountry country, SyntheticServices services, string folder, int count)
    {
        maker = new RollMaker(country, services);
        var place = Path.Combine(folder, "rolls");
        System.IO.Directory.CreateDirectory(place);
        truth = new CsvFile(place, "truth.csv", "file,line,true_id");
        var all = services.Organisations().Where(one => one.Kind is ServiceKind.Primary or ServiceKind.Secondary).ToList();

        // Spread over the country: every so many.
        var step = Math.Max(1, all.Count / Math.Max(1, count));
        foreach (var school in all.Where((_, index) => index % step == 0).Take(count)) schools[school.Number] = new CsvFile(place, $"roll-{school.RegisterCode}.csv", Header);
    }

    public void Add(SyntheticChild child)
    {
        if (schools.Count == 0 || maker.Of(child) is not { } at || !schools.TryGetValue(at.School, out var file)) return;
        Write(file, at.Pupil);
        truth.Write(file.Name, Number(file.Rows + 1), Number(child.Number));
    }

    /// <summary>Writes a pupil's row.</summary>
    public static void Write(CsvFile file, RollPupil pupil)
    {
        var (row, contact) = (pupil.Row, pupil.Contact);
        file.Write(
            pupil.Upn, row.Surname, row.Forename, row.Middle, Sex(row.IsGirl) ?? "U", Day(row.DateOfBirth), pupil.Line, pupil.Town, row.Postcode, Day(pupil.Entry),
            contact.Surname, contact.Forename, Relationship(contact.Role), contact.IsResponsible ? "Y" : "N", "Y", contact.Phone);
    }

    public IReadOnlyList<FileWritten> Write()
    {
        Dispose();
        return [.. schools.Values.Append(truth).Select(file => new FileWritten("rolls/" + file.Name, file.Rows))];
    }

    public void Dispose()
    {
        truth.Dispose();
        foreach (var file in schools.Values) file.Dispose();
    }

    private static string Relationship(CarerRole role) => role switch
    {
        CarerRole.Mother => "Mother",
        CarerRole.Father => "Father",
        CarerRole.StepParent => "Step-parent",
        CarerRole.Foster => "Foster carer",
        _ => "Grandparent",
    };
}
