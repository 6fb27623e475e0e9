using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.SchoolRoll;

/// <summary>Turns a line into a checked row, or says what is wrong with it. Throws for no input.</summary>
/// <param name="header">Which column stands where.</param>
/// <param name="asAt">The day for which the file speaks: no date may lie after it.</param>
internal sealed class RollRowReader(RollHeader header, DateOnly asAt)
{
    private readonly List<string> fields = [];

    /// <summary>Reads one line.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="text">Its text; null when it could not be decoded.</param>
    /// <param name="upn">The unique pupil number even when something else is wrong: it tells who the row is about.</param>
    /// <param name="problem">The first thing that is wrong.</param>
    /// <returns>The row; null when something is wrong.</returns>
    public RollRow? Read(int line, string? text, out string? upn, out RollProblem? problem)
    {
        upn = null;
        problem = text is null ? RollProblem.Characters : CsvLine.Split(text, fields) switch
        {
            CsvFault.Quotes => RollProblem.Quotes,
            CsvFault.TooManyFields => RollProblem.ColumnCount(RollLimits.Columns + 1, header.Width),
            _ => fields.Count == header.Width ? null : RollProblem.ColumnCount(fields.Count, header.Width),
        };
        if (problem is not null) return null;

        var cells = new CellReader(header, fields);
        upn = cells.Upn(RollColumn.UPN);
        if (cells.Problem is not null) upn = null;
        var row = Row(line, upn, cells);
        problem = cells.Problem;
        return problem is null ? row : null;
    }

    private RollRow Row(int line, string? upn, CellReader cells)
    {
        var row = new RollRow
        {
            Line = line,
            Upn = upn,
            FormerUpn = cells.Upn(RollColumn.FormerUPN),
            Name = new PersonName(
                cells.Required(cells.Name(RollColumn.Surname), RollColumn.Surname), cells.Required(cells.Name(RollColumn.Forename), RollColumn.Forename),
                cells.Name(RollColumn.MiddleNames)),
            PreferredSurname = cells.Name(RollColumn.PreferredSurname),
            PreferredForename = cells.Name(RollColumn.PreferredForename),
            FormerSurname = cells.Name(RollColumn.FormerSurname),
            Gender = GenderOf(cells),
            DateOfBirth = BirthOf(cells),
            Address = AddressOf(cells),
            EntryDate = cells.Date(RollColumn.EntryDate, asAt),
            LeavingDate = cells.Date(RollColumn.LeavingDate, asAt),
            Contacts = [.. Enumerable.Range(0, RollColumns.Contacts).Select(number => ContactOf(cells, number)).OfType<Carer>()],
        };
        if (row.FormerUpn == row.Upn) row = row with { FormerUpn = null };
        if (row.EntryDate < row.DateOfBirth) cells.Report(RollProblem.Order(nameof(RollColumn.EntryDate)));
        if (row.LeavingDate < (row.EntryDate ?? row.DateOfBirth)) cells.Report(RollProblem.Order(nameof(RollColumn.LeavingDate)));
        return row;
    }

    private DateOnly BirthOf(CellReader cells)
    {
        var born = cells.Date(RollColumn.DOB, asAt);
        if (born is null) cells.Report(RollProblem.Missing(nameof(RollColumn.DOB)));
        else if (born <= asAt.AddYears(-RollLimits.OldestAge - 1)) cells.Report(RollProblem.TooOld(nameof(RollColumn.DOB)));
        return born ?? default;
    }

    private static Gender? GenderOf(CellReader cells)
    {
        switch (cells.Value(RollColumn.Gender)?.ToUpperInvariant())
        {
            case null: return null;
            case "M" or "MALE": return Gender.Male;
            case "F" or "FEMALE": return Gender.Female;
            case "X" or "U": return Gender.NotSpecified;
            default:
                cells.Report(RollProblem.Gender(nameof(RollColumn.Gender)));
                return null;
        }
    }

    private static Address? AddressOf(CellReader cells)
    {
        var lines = Enumerable.Range((int)RollColumn.AddressLine1, 4).Select(column => cells.Text((RollColumn)column)).OfType<string>().ToList();
        var (town, postcode) = (cells.Text(RollColumn.Town), cells.PostcodeOf(RollColumn.Postcode));
        return lines.Count == 0 && postcode is null ? null : new Address(lines, town, postcode);
    }

    private static Carer? ContactOf(CellReader cells, int number)
    {
        RollColumn Of(RollColumn first) => first + (number * RollColumns.PerContact);
        var surname = cells.Name(Of(RollColumn.Contact1Surname));
        var forename = cells.Name(Of(RollColumn.Contact1Forename));
        var relationship = RelationshipOf(cells, Of(RollColumn.Contact1Relationship));
        var responsible = cells.YesNo(Of(RollColumn.Contact1ParentalResponsibility));
        var livesWith = cells.YesNo(Of(RollColumn.Contact1LivesWithPupil));
        var phone = cells.Phone(Of(RollColumn.Contact1Phone));
        var email = cells.Email(Of(RollColumn.Contact1Email));

        // Only people with parental responsibility or care belong in the directory (REC-3); a neighbour to ring does not.
        if (responsible != true && livesWith != true) return null;
        return new Carer
        {
            Name = new PersonName(cells.Required(surname, Of(RollColumn.Contact1Surname)), forename ?? string.Empty),
            Relationship = relationship ?? CarerRelationship.Other,
            HasParentalResponsibility = responsible == true,
            HasCare = livesWith == true,
            Phone = phone,
            Email = email,
        };
    }

    private static CarerRelationship? RelationshipOf(CellReader cells, RollColumn column)
    {
        if (cells.Value(column) is not { } value) return null;
        var plain = string.Concat(value.Where(char.IsAsciiLetter)).ToUpperInvariant();
        CarerRelationship? known = plain switch
        {
            "MOTHER" or "PAM" => CarerRelationship.Mother,
            "FATHER" or "PAF" => CarerRelationship.Father,
            "STEPPARENT" or "STEPMOTHER" or "STEPFATHER" or "STP" => CarerRelationship.StepParent,
            "GRANDPARENT" or "GRANDMOTHER" or "GRANDFATHER" => CarerRelationship.Grandparent,
            "FOSTERCARER" or "FOSTERMOTHER" or "FOSTERFATHER" or "FOM" or "FOF" => CarerRelationship.FosterCarer,
            "SPECIALGUARDIAN" or "GUARDIAN" => CarerRelationship.SpecialGuardian,
            "LOCALAUTHORITY" => CarerRelationship.LocalAuthority,
            "OTHER" or "OTH" or "CARER" or "REL" => CarerRelationship.Other,
            _ => null,
        };
        if (known is null) cells.Report(RollProblem.Relationship(column.ToString()));
        return known;
    }
}
