using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Search;

/// <summary>The gate's read of children: one prepared statement of a fixed width, whatever exists. Only children of the gate's ticket are parameters.</summary>
internal static class CandidateReads
{
    /// <summary>How many children one statement reads; longer lists take whole further statements.</summary>
    public const int Width = 64;

    private static readonly string One = Text(1);
    private static readonly string[] OneName = Names(1);
    private static readonly string Many = Text(Width);
    private static readonly string[] ManyNames = Names(Width);

    /// <summary>The rows that exist, by child.</summary>
    /// <param name="children">The children of a ticket.</param>
    /// <param name="identifier">Keyed hash of the identifier asked for, or of none.</param>
    /// <param name="unit">The transaction of the decision.</param>
    public static async ValueTask<Dictionary<Guid, CandidateRow>> ReadAsync(IReadOnlyList<ChildId> children, byte[] identifier, IUnitOfWork unit)
    {
        var found = new Dictionary<Guid, CandidateRow>(children.Count);
        var width = children.Count == 1 ? 1 : Width;
        for (var start = 0; start < children.Count; start += width)
        {
            var command = width == 1 ? unit.Prepare(One, OneName) : unit.Prepare(Many, ManyNames);
            CommandBinding.Set(command.Parameters[0], identifier);

            // A short last slice repeats its last child, so that the statement stays the same.
            for (var i = 0; i < width; i++) CommandBinding.Set(command.Parameters[i + 1], children[Math.Min(start + i, children.Count - 1)].Value);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = CandidateRow.Read(reader);
                found[row.Child] = row;
            }
        }

        return found;
    }

    private static string[] Names(int width) => ["identifier", .. Enumerable.Range(0, width).Select(number => $"c{number}")];

    private static string Text(int width) =>
        $"""
        SELECT {CandidateRow.Columns}, (SELECT COUNT(*) FROM $directory.identifier i WHERE i.child_id = c.child_id AND i.blind = @identifier)
        {CandidateRow.From} WHERE c.child_id IN ({string.Join(", ", Enumerable.Range(0, width).Select(number => $"@c{number}"))})
        """;
}
