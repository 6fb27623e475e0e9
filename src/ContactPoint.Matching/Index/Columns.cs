namespace ContactPoint.Matching.Index;

/// <summary>The rows of a segment, one array a column, in order of date of birth.</summary>
internal sealed class Columns
{
    public required int[] Family { get; init; }

    public required int[] Given { get; init; }

    public required int[] Middle { get; init; }

    public required ushort[] Day { get; init; }

    /// <summary>District number, 0 for none.</summary>
    public required ushort[] Outward { get; init; }

    /// <summary>Packed inward part, 0 for none.</summary>
    public required ushort[] Inward { get; init; }

    /// <summary>Gender in the low two bits, kind of name in the next two.</summary>
    public required byte[] Flags { get; init; }

    public required int[] Child { get; init; }

    public int Count => Child.Length;

    public const int BytesPerRow = 4 + 4 + 4 + 2 + 2 + 2 + 1 + 4;

    public static byte Pack(Model.RecordedGender gender, NameKind kind) => (byte)((int)gender | ((int)kind << 2));

    public Model.RecordedGender Gender(int row) => (Model.RecordedGender)(Flags[row] & 3);

    public NameKind Kind(int row) => (NameKind)(Flags[row] >> 2);
}
