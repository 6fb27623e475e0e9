using System.Globalization;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>What is wrong in the form of a row or file. Says what to do; never repeats a value of the file.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Field">The column concerned; null for the whole row.</param>
/// <param name="WhatToDo">In plain words.</param>
internal sealed record RowProblem(string Code, string? Field, string WhatToDo)
{
    private static readonly DateOnly Sample = new(2015, 3, 14);

    public static readonly RowProblem TooLong = new("row.length", null, "The row is longer than 8,192 bytes. Check for a missing line break and remove what does not belong.");

    public static readonly RowProblem Quotes = new("row.quotes", null,
        "A quotation mark is not closed, or stands inside a value. Put values with commas in quotation marks, double any mark inside them, and keep each row on one line.");

    public static readonly RowProblem Characters = new("row.characters", null, "The row holds characters that no text has (such as NUL). Export the file again as UTF-8.");

    public static readonly RowProblem Repeated = new("row.repeated", null, "Two rows that differ are about this child. Keep one row for each child.");

    public static readonly RowProblem RepeatedBody = new("row.repeated", null, "Two rows that differ bear this number. Keep the one that is right.");

    public static readonly RowProblem AlreadyElsewhere = new("authority.other", null,
        "The directory knows this body under another local authority. Its own steward brings it, or the national file, which alone can move it.");

    public static RowProblem ColumnCount(int found, int expected) =>
        new("row.columns", null, $"The row has {found} values but there are {expected} columns. Check for a missing or surplus comma.");

    public static RowProblem Schema(string? field) => new("xml.schema", field,
        "The record does not fit the published schema: an element is missing, unknown, out of place or holds what it may not. Compare it with the schema.");

    public static RowProblem FieldLength(string field) => new("field.length", field, "The value is longer than 200 characters. Shorten it.");

    public static RowProblem Missing(string field) => new("field.missing", field, "The value is missing. Fill it in.");

    public static RowProblem Formula(string field) => new("field.formula", field, "The value begins like a formula (=, +, - or @). Type it as plain text.");

    public static RowProblem Name(string field) => new("name.characters", field, "A name has letters, spaces, hyphens, apostrophes and full stops only. Correct it.");

    public static RowProblem Date(string field, FileForm form) => new("date.form", field,
        form is { Profile: null, Format.DateForms: [var usual, ..] }
            ? $"The date does not exist or is not written as usual (like {Sample.ToString(usual, CultureInfo.InvariantCulture)}). Correct it."
            : form.Profile is { DateForms: [var written, ..] }
            ? $"The date does not exist or is not written as this profile says (like {Sample.ToString(written, CultureInfo.InvariantCulture)}). Correct it, or choose another profile."
            : "The date does not exist or is not written as dd/mm/yyyy or yyyy-mm-dd. Correct it.");

    public static RowProblem Future(string field) => new("date.future", field, "The date lies after the day of this file. Correct it, or leave it blank until then.");

    public static RowProblem TooOld(string field) => new("date.age", field, "The date of birth makes the child older than 25. Correct it.");

    public static RowProblem Order(string field) => new("date.order", field, "The date lies before the one it must follow. Correct one of the two.");

    public static RowProblem Upn(string field, string kind) => new("upn." + kind, field,
        kind == "check"
            ? "The check letter does not fit the rest of the number, so a character is mistyped. Copy the number from the pupil's record."
            : "A unique pupil number is one letter, eleven digits and a digit or letter. Copy it from the pupil's record.");

    public static RowProblem Postcode(string field) => new("postcode.form", field, "This is not the form of a postcode. Correct it, or leave it blank.");

    public static RowProblem RegisterNumber(string field) => new("register.number", field,
        "This is no number of this register (a URN has five to seven digits). Copy it from the register.");

    public static RowProblem UnknownAuthority(string field) => new("authority.unknown", field,
        "This is the number of no local authority of England today, so nobody here could answer for the body. Nothing need be done for a place abroad or of an authority that is no more.");

    public static RowProblem OtherAuthority(string field) => new("authority.other", field,
        "This body belongs to another local authority. Its own steward brings it, or the national file. Send the rows of your own authority alone.");

    public static RowProblem Status(string field) => new("status.code", field, "Use Open; Closed; Open, but proposed to close; or Proposed to open.");

    /// <summary>Of a row that is taken all the same.</summary>
    public static RowProblem WithoutPhone(string field) => new("phone.form", field,
        "This is no telephone number of six to fifteen digits. The rest of the row was taken; ask whoever keeps the register to correct it.");

    /// <summary>Of a row that is taken all the same.</summary>
    public static RowProblem WithoutPostcode(string field) => new("postcode.form", field,
        "This is not the form of a postcode. The rest of the row was taken; ask whoever keeps the register to correct it.");

    public static RowProblem Gender(string field) => new("gender.code", field, "Use M, F or X (not specified), or leave it blank.");

    public static RowProblem YesNo(string field) => new("code.yes-no", field, "Use Y or N, or leave it blank.");

    public static RowProblem Relationship(string field) => new("relationship.code", field,
        "Use Mother, Father, Step-parent, Grandparent, Foster carer, Special guardian, Local authority or Other.");

    public static RowProblem Phone(string field) => new("phone.form", field, "A telephone number has 6 to 15 digits, with spaces, brackets, hyphens and a leading + at most. Correct it.");

    public static RowProblem Email(string field) => new("email.form", field, "This is not the form of an e-mail address. Correct it, or leave it blank.");

    /// <summary>Redacted, though it holds no value.</summary>
    public override string ToString() => Code;
}
