using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>The pseudonym under which a child stands in the audit trail: random, made at first use, erased by deleting its row.</summary>
internal sealed class ChildPseudonyms(ISealer sealer, IIdSource ids)
{
    private static readonly SealPurpose Purpose = new("kernel.child-pseudonym");

    public byte[] HashOf(ChildId child) => sealer.BlindIndex(Purpose, child.Value.ToString("N"));

    public Guid Of(ChildId child, IUnitOfWork unit)
    {
        var hash = HashOf(child);
        var find = unit.Prepare("SELECT pseudonym FROM $kernel.child_pseudonym WHERE child_hash = @hash", "hash");
        find.Parameters[0].Value = hash;
        if (find.ExecuteScalar() is byte[] known) return new Guid(known, bigEndian: true);
        var pseudonym = ids.NewId();
        var insert = unit.Prepare("INSERT INTO $kernel.child_pseudonym (child_hash, pseudonym) VALUES (@hash, @pseudonym)", "hash", "pseudonym");
        insert.Parameters[0].Value = hash;
        insert.Parameters[1].Value = GuidBytes.ToBytes(pseudonym);
        insert.ExecuteNonQuery();
        return pseudonym;
    }
}
