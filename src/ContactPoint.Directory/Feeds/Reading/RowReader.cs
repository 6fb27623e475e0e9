using System.Globalization;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Turns a line into a checked row, or says what is wrong with it. Throws for no input.</summary>
/// <param name="header">Which column stands where.</param>
/// <param name="asAt">The day for which the file speaks: no date may lie after it.</param>
internal sealed class RowReader(FileHeader header, DateOnly asAt)
{
    private readonly List<string> fields = [];

    /// <summary>The line of the supplier's file that was read last: of XML it is not that of its transcript.</summary>
    public int Line { get; private set; }

    /// <summary>Reads one line.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="text">Its text; null when it could not be decoded.</param>
    /// <param name="upn">The unique pupil number even when something else is wrong: it tells who the row is about.</param>
    /// <param name="problem">The first thing that is wrong.</param>
    /// <returns>The row; null when something is wrong.</returns>
    public FeedRow? Read(int line, string? text, out string? upn, out RowProblem? problem)
    {
        (upn, Line) = (null, line);
        problem = header.Split(text, fields);
        if (problem is not null) return null;

        if (header.Form.IsTranscript)
        {
            Line = int.Parse(fields[0], CultureInfo.InvariantCulture);
            problem = StatedProblem.Parse(fields[1])?.Of(header.Form);
        }

        var cells = new CellReader(header, fields);
        upn = cells.Upn(FeedField.UniquePupilNumber);
        if (cells.Problem is not null) upn = null;
        if (problem is not null) return null;
        var row = Row(Line, upn, cells);
        problem = cells.Problem;
        return problem is null ? row : null;
    }

    private FeedRow Row(int line, string? upn, CellReader cells)
    {
        var row = new FeedRow
        {
            Line = line,
            Upn = upn,
            FormerUpn = cells.Upn(FeedField.FormerUniquePupilNumber),
            Name = new PersonName(
                cells.Required(cells.Name(FeedField.FamilyName), FeedField.FamilyName), cells.Required(cells.Name(FeedField.GivenName), FeedField.GivenName),
                cells.Name(FeedField.MiddleNames)),
            PreferredSurname = cells.Name(FeedField.PreferredFamilyName),
            PreferredForename = cells.Name(FeedField.PreferredGivenName),
            FormerSurname = cells.Name(FeedField.FormerFamilyName),
            Gender = GenderOf(cells),
            DateOfBirth = BirthOf(cells),
            Address = AddressOf(cells),
            EntryDate = cells.Date(FeedField.Start, asAt),
            LeavingDate = cells.Date(FeedField.End, asAt),
            Contacts = [.. Enumerable.Range(0, FileForm.Contacts).Select(number => ContactOf(cells, number)).OfType<Carer>()],
        };
        if (row.FormerUpn == row.Upn) row = row with { FormerUpn = null };
        if (row.EntryDate < row.DateOfBirth) cells.Report(RowProblem.Order(cells.NameOf(FeedField.Start)));
        if (row.LeavingDate < (row.EntryDate ?? row.DateOfBirth)) cells.Report(RowProblem.Order(cells.NameOf(FeedField.End)));
        return row;
    }

    private DateOnly BirthOf(CellReader cells)
    {
        var born = cells.Date(FeedField.DateOfBirth, asAt);
        if (born is null) cells.Report(RowProblem.Missing(cells.NameOf(FeedField.DateOfBirth)));
        else if (born <= asAt.AddYears(-FileLimits.OldestAge - 1)) cells.Report(RowProblem.TooOld(cells.NameOf(FeedField.DateOfBirth)));
        return born ?? default;
    }

    private static Gender? GenderOf(CellReader cells)
    {
        switch (cells.Value(FeedField.Gender)?.ToUpperInvariant())
        {
            case null: return null;
            case "M" or "MALE": return Gender.Male;
            case "F" or "FEMALE": return Gender.Female;
            case "X" or "U": return Gender.NotSpecified;
            default:
                cells.Report(RowProblem.Gender(cells.NameOf(FeedField.Gender)));
                return null;
        }
    }

    private static Address? AddressOf(CellReader cells)
    {
        var lines = Enumerable.Range((int)FeedField.AddressLine1, 4).Select(column => cells.Text((FeedField)column)).OfType<string>().ToList();
        var (town, postcode) = (cells.Text(FeedField.Town), cells.PostcodeOf(FeedField.Postcode));
        return lines.Count == 0 && postcode is null ? null : new Address(lines, town, postcode);
    }

    private static Carer? ContactOf(CellReader cells, int number)
    {
        FeedField Of(FeedField first) => first + (number * FileForm.PerContact);
        var surname = cells.Name(Of(FeedField.Contact1FamilyName));
        var forename = cells.Name(Of(FeedField.Contact1GivenName));
        var relationship = RelationshipOf(cells, Of(FeedField.Contact1Relationship));
        var responsible = cells.YesNo(Of(FeedField.Contact1ParentalResponsibility));
        var livesWith = cells.YesNo(Of(FeedField.Contact1LivesWithChild));
        var phone = cells.Phone(Of(FeedField.Contact1Phone));
        var email = cells.Email(Of(FeedField.Contact1Email));

        // Only people with parental responsibility or care belong in the directory (REC-3); a neighbour to ring does not.
        if (responsible != true && livesWith != true) return null;
        return new Carer
        {
            Name = new PersonName(cells.Required(surname, Of(FeedField.Contact1FamilyName)), forename ?? string.Empty),
            Relationship = relationship ?? CarerRelationship.Other,
            HasParentalResponsibility = responsible == true,
            HasCare = livesWith == true,
            Phone = phone,
            Email = email,
        };
    }

    private static CarerRelationship? RelationshipOf(CellReader cells, FeedField column)
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
        if (known is null) cells.Report(RowProblem.Relationship(cells.NameOf(column)));
        return known;
    }
}
