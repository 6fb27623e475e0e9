using System.Globalization;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>What the transcript of an XML file says to be wrong with a record.</summary>
internal enum StatedKind
{
    /// <summary>It does not fit the schema.</summary>
    Schema = 1,

    /// <summary>A value is too long.</summary>
    FieldLength = 2,

    /// <summary>It is too long as a whole.</summary>
    RowLength = 3,

    /// <summary>Characters that no text has.</summary>
    Characters = 4,
}

/// <summary>What was wrong with a row before it was written as separated values.</summary>
/// <param name="Kind">What.</param>
/// <param name="Field">The field concerned; null for the whole row.</param>
internal readonly record struct StatedProblem(StatedKind Kind, FeedField? Field)
{
    public static StatedProblem? Parse(string cell)
    {
        if (cell.Length == 0) return null;
        var parts = cell.Split(':');
        var kind = (StatedKind)int.Parse(parts[0], CultureInfo.InvariantCulture);
        return new StatedProblem(kind, parts.Length == 1 ? null : (FeedField)int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public RowProblem Of(FileForm form) => Kind switch
    {
        StatedKind.FieldLength when Field is { } field => RowProblem.FieldLength(form.NameOf(field)),
        StatedKind.RowLength => RowProblem.TooLong,
        StatedKind.Characters => RowProblem.Characters,
        _ => RowProblem.Schema(Field is { } field ? form.NameOf(field) : null),
    };

    /// <summary>As it stands in a cell.</summary>
    public override string ToString() => Field is { } field ? string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}:{(int)field}") : ((int)Kind).ToString(CultureInfo.InvariantCulture);
}
