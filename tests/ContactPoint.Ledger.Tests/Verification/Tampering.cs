using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Tests.Verification;

/// <summary>
/// One random attack on the sealed part of a sample log. <see cref="Leaf"/> is the first leaf at which the log is no longer what was signed.
/// <see cref="Exact"/> says that evidence for that very entry is left in the export, so the verifier must name it; otherwise a range that holds it.
/// </summary>
internal sealed record Tampering(string Name, int Leaf, bool Exact)
{
    internal const int Kinds = 15;

    internal static Tampering Apply(SampleLog log, Random random, int kind)
    {
        var original = log.Sealed.ToList();
        var count = original.Count;
        var i = random.Next(count);
        switch (kind)
        {
            case 0:
                log.Sealed[i] = Edit(original[i], random);
                return new("edit", i, true);
            case 1:
                log.Sealed[i] = EditSealedPart(original[i], random);
                log.RewriteSealer();
                return new("edit with the sealer's table rewritten", i, false);
            case 2:
                log.Sealed[i] = original[i] with { RecordedHash = Flip(original[i].RecordedHash!.Value, random) };
                return new("sealer's table edited", i, true);
            case 3:
                log.Sealed.RemoveAt(i);
                return new("delete", i, i < count - 1);
            case 4:
                log.Sealed.RemoveAt(i);
                log.KeepSealerColumns(original);
                return new("delete, rows moved up", i, i < count - 1);
            case 5:
                log.Sealed.RemoveAt(i);
                log.RewriteSealer();
                return new("delete, all rewritten", i, false);
            case 6:
                var doubled = SampleLog.Entry(random, log.MacKey, true);
                log.Sealed.Insert(i, doubled with { LeafNumber = i, RecordedHash = doubled.LeafHash() });
                return new("insert with a number used twice", i, false);
            case 7:
                log.Sealed.Insert(i, SampleLog.Entry(random, log.MacKey, true));
                log.RewriteSealer();
                return new("insert, all rewritten", i, false);
            case 8:
                log.Sealed.Insert(i, SampleLog.Entry(random, log.MacKey, true));
                log.KeepSealerColumns(original);
                return new("insert, rows moved down", i, true);
            case 9:
                return Swap(log, random, "swap lines", exact: true, _ => { });
            case 10:
                return Swap(log, random, "swap rows under the sealer's table", exact: true, l => l.KeepSealerColumns(original));
            case 11:
                return Swap(log, random, "swap, all rewritten", exact: false, l => l.RewriteSealer());
            case 12:
                var number = (i + 1 + random.Next(count)) % (count + 1);
                log.Sealed[i] = original[i] with { LeafNumber = number };
                return new("renumber", i, true);
            case 13:
                var extra = SampleLog.Entry(random, log.MacKey, true);
                log.Sealed.Insert(i + 1, extra with { LeafNumber = i, RecordedHash = extra.LeafHash() });
                return new("insert after the entry of the same number", i, true);
            default:
                log.Sealed.RemoveRange(i, count - i);
                log.Checkpoints.RemoveAll(c => c.Size > i);
                return new("truncate", i, false);
        }
    }

    private static Tampering Swap(SampleLog log, Random random, string name, bool exact, Action<SampleLog> after)
    {
        var i = random.Next(log.Sealed.Count - 1);
        var k = random.Next(i + 1, log.Sealed.Count);
        (log.Sealed[i], log.Sealed[k]) = (log.Sealed[k], log.Sealed[i]);
        after(log);
        return new(name, i, exact);
    }

    private static LedgerEntry Edit(LedgerEntry entry, Random random) => random.Next(3) switch
    {
        0 when entry.HasPayload => entry with { Salt = Flip(entry.Salt, random) },
        1 when entry.HasPayload => entry with { Payload = Flip(entry.Payload, random) },
        _ => EditSealedPart(entry, random),
    };

    private static LedgerEntry EditSealedPart(LedgerEntry entry, Random random) => random.Next(5) switch
    {
        0 => entry with { Id = new Guid(Flip(entry.Id.ToByteArray(), random).Span) },
        1 => entry with { Commitment = Flip(entry.Commitment, random), Salt = default, Payload = default },
        2 => entry with { Mac = Flip(entry.Mac, random) },
        3 => entry with { PublicPart = (byte[])[.. entry.PublicPart.Span, 0] },
        _ => entry with { PublicPart = Flip(entry.PublicPart, random) },
    };

    private static LedgerHash Flip(LedgerHash hash, Random random) => new(Flip(hash.ToArray(), random).Span);

    private static ReadOnlyMemory<byte> Flip(ReadOnlyMemory<byte> bytes, Random random)
    {
        if (bytes.IsEmpty)
            return new byte[1];
        var copy = bytes.ToArray();
        copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }
}
