using System.Text;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>How a row of a file is taken.</summary>
internal enum PlannedKind
{
    /// <summary>Well formed: it is matched and applied.</summary>
    Valid = 1,

    /// <summary>The same as a row before it: one effect.</summary>
    Repeat = 2,

    /// <summary>Broken in form.</summary>
    Rejected = 3,
}

/// <summary>A row of a file that was checked: where it is, who it is about and what it says, by hashes alone.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Key">Who it is about; nothing when that cannot be told.</param>
/// <param name="Content">What it says.</param>
/// <param name="Former">The same pupil under the former UPN; nothing when there is none.</param>
/// <param name="Named">The same pupil as a file without UPNs names them.</param>
/// <param name="HasUpn">Whether <paramref name="Key"/> is that of a UPN.</param>
/// <param name="Kind">How it is taken.</param>
internal readonly record struct PlannedRow(int Line, long Offset, int Length, RowKey Key, RowKey Content, RowKey Former, RowKey Named, bool HasUpn, PlannedKind Kind);

/// <summary>A checked file: its rows in the order in which they are applied, which does not depend on their order in the file (I-42).</summary>
internal sealed class FilePlan
{
    public required Encoding Encoding { get; init; }

    public required FileHeader Header { get; init; }

    public required DateOnly AsAt { get; init; }

    /// <summary>Rows with a UPN first, then those without, each in order of key; then repeats and rejected rows by line.</summary>
    public required IReadOnlyList<PlannedRow> Rows { get; init; }

    /// <summary>What is wrong, by line.</summary>
    public required IReadOnlyDictionary<int, RowProblem> Problems { get; init; }

    /// <summary>Everybody whom the file is known to be about, rejected rows that can be told included.</summary>
    public required IReadOnlySet<RowKey> About { get; init; }

    /// <summary>True when some rejected row may be about anybody: then nobody may be taken for missing.</summary>
    public required bool HasUntold { get; init; }

    /// <summary>Reads a valid row of a register again.</summary>
    public async ValueTask<RegisterRow> ReadBodyAsync(PlannedRow row, IFeedContent content, CancellationToken cancellation)
    {
        var bytes = await content.SliceAsync(row.Offset, row.Length, cancellation);
        return new RegisterReader(Header).Read(row.Line, FileEncoding.Decode(Encoding, bytes.Span, isFirst: false), out _, out var problem)
            ?? throw new InvalidDataException($"Line {row.Line} was well formed and is not any more: {problem?.Code}.");
    }

    /// <summary>Reads a valid row again.</summary>
    public async ValueTask<FeedRow> ReadAsync(PlannedRow row, IFeedContent content, CancellationToken cancellation)
    {
        var bytes = await content.SliceAsync(row.Offset, row.Length, cancellation);
        return new RowReader(Header, AsAt).Read(row.Line, FileEncoding.Decode(Encoding, bytes.Span, isFirst: false), out _, out var problem)
            ?? throw new InvalidDataException($"Line {row.Line} was well formed and is not any more: {problem?.Code}.");
    }
}
