namespace ContactPoint.Matching.Index;

/// <summary>One row of the index: one name of one child, with what is compared beside it. Its date follows from where it stands.</summary>
/// <param name="Family">Number of the family name, 0 for none.</param>
/// <param name="Given">Number of the given name.</param>
/// <param name="Middle">Number of the middle names.</param>
/// <param name="Outward">Number of the district, 0 for none.</param>
/// <param name="Inward">Packed inward part of the postcode, 0 for none.</param>
/// <param name="Flags">Gender in the low two bits, kind of name in the next two.</param>
internal readonly record struct Row(int Family, int Given, int Middle, int Outward, int Inward, byte Flags)
{
    public Model.RecordedGender Gender => (Model.RecordedGender)(Flags & 3);

    public NameKind Kind => (NameKind)(Flags >> 2);

    public static byte Pack(Model.RecordedGender gender, NameKind kind) => (byte)((int)gender | ((int)kind << 2));
}
