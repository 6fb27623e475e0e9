using ContactPoint.Kernel.Data.Units;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>The pseudonym under which a child stands in the audit trail: random, made at first use, erased by deleting its row.</summary>
internal sealed class ChildPseudonyms(ISealer sealer, IIdSource ids)
{
    private static readonly SealPurpose Purpose = new("kernel.child-pseudonym");

    public byte[] HashOf(ChildId child) => sealer.BlindIndex(Purpose, child.Value.ToString("N"));

    public Guid Of(ChildId child, IUnitOfWork unit) => Of(HashOf(child), (UnitOfWork)unit);

    /// <summary>The pseudonym by a hash made ahead of the transaction.</summary>
    public Guid Of(ReadOnlySpan<byte> hash, UnitOfWork unit)
    {
        var find = unit.Statement("SELECT pseudonym FROM $kernel.child_pseudonym WHERE child_hash = @hash", "hash");
        find.Bind(1, hash);
        if (find.Bytes() is { } known) return new Guid(known, bigEndian: true);
        var pseudonym = ids.NewId();
        var insert = unit.Statement("INSERT INTO $kernel.child_pseudonym (child_hash, pseudonym) VALUES (@hash, @pseudonym)", "hash", "pseudonym");
        insert.Bind(1, hash);
        insert.Bind(2, GuidBytes.ToBytes(pseudonym));
        insert.Run();
        return pseudonym;
    }
}
