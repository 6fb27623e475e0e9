using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Export;
using ContactPoint.Ledger.Merkle;
using ContactPoint.Ledger.Notes;
using ContactPoint.Ledger.Verification;

namespace ContactPoint.Ledger.Tests.Verification;

/// <summary>A small ledger as an export lists it: lines that tests alter, then write out. Keys are made anew for each.</summary>
internal sealed class SampleLog
{
    internal const string Origin = "contactpoint.test/audit";

    internal static readonly NoteSigningKey Key = NoteSigningKey.Generate(Origin);

    internal List<LedgerEntry> Sealed { get; set; } = [];

    /// <summary>Sizes and notes of the checkpoints, written right after leaf size-1.</summary>
    internal List<(int Size, string Note)> Checkpoints { get; set; } = [];

    internal List<LedgerEntry> Tail { get; set; } = [];

    internal List<TailStatement> Statements { get; set; } = [];

    internal byte[] MacKey { get; init; } = new byte[32];

    internal static SampleLog Create(Random random, int sealedCount, int tailCount)
    {
        var log = new SampleLog { MacKey = Bytes(random, 32) };
        var sums = new Dictionary<string, (long Count, MacSum Sum)> { ["node-a"] = default, ["node-b"] = default };
        for (var i = 0; i < sealedCount + tailCount; i++)
        {
            var entry = Entry(random, log.MacKey, withPayload: random.Next(3) != 0);
            if (i < sealedCount)
                log.Sealed.Add(entry with { LeafNumber = i, RecordedHash = entry.LeafHash() });
            else
                log.Tail.Add(entry);
            var writer = random.Next(2) == 0 ? "node-a" : "node-b";
            sums[writer] = (sums[writer].Count + 1, sums[writer].Sum.Add(entry.Mac));
        }
        log.Statements = [.. sums.Select(s => TailStatement.Create(log.MacKey, s.Key, s.Value.Count, s.Value.Sum))];
        var size = 0;
        while (size < sealedCount)
        {
            size = Math.Min(sealedCount, size + random.Next(1, 12));
            log.Checkpoints.Add((size, Sign(log.Sealed.Take(size))));
        }
        return log;
    }

    internal SampleLog Copy() => new()
    {
        Sealed = [.. Sealed],
        Checkpoints = [.. Checkpoints],
        Tail = [.. Tail],
        Statements = [.. Statements],
        MacKey = MacKey,
    };

    internal static LedgerEntry Entry(Random random, byte[] macKey, bool withPayload)
    {
        var id = new Guid(Bytes(random, 16));
        var publicPart = Bytes(random, random.Next(0, 80));
        var salt = Bytes(random, PayloadCommitment.SaltSize);
        var payload = Bytes(random, random.Next(0, 50));
        var commitment = PayloadCommitment.Compute(salt, payload);
        return new LedgerEntry
        {
            LeafNumber = null,
            Id = id,
            PublicPart = publicPart,
            Commitment = commitment,
            Salt = withPayload ? salt : default(ReadOnlyMemory<byte>),
            Payload = withPayload ? payload : default(ReadOnlyMemory<byte>),
            Mac = EntryMac.Compute(macKey, id, publicPart, commitment),
        };
    }

    internal static string Sign(IEnumerable<LedgerEntry> entries, NoteSigningKey? key = null)
    {
        var tree = new MerkleFrontier();
        foreach (var entry in entries)
            tree.Append(entry.LeafHash());
        return new Checkpoint { Origin = Origin, Size = tree.Size, Root = tree.Root() }.Sign(key ?? Key);
    }

    /// <summary>Numbers the sealed entries from 0 and records their hashes anew: what an attacker with the whole database does.</summary>
    internal void RewriteSealer()
    {
        for (var i = 0; i < Sealed.Count; i++)
            Sealed[i] = Sealed[i] with { LeafNumber = i, RecordedHash = Sealed[i].LeafHash() };
    }

    /// <summary>Gives the entries, in their order, the old numbers and recorded hashes from 0 on: the sealer's table stays, its rows point elsewhere.</summary>
    internal void KeepSealerColumns(IReadOnlyList<LedgerEntry> original)
    {
        for (var i = 0; i < Sealed.Count; i++)
            Sealed[i] = Sealed[i] with { LeafNumber = i, RecordedHash = original[Math.Min(i, original.Count - 1)].RecordedHash };
    }

    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        WriteTo(stream).AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    internal LedgerVerifierOptions Options(bool held = true, bool mac = false) => new()
    {
        TrustedKeys = [Key.VerifierKey],
        HeldCheckpoints = held && Checkpoints.Count != 0 ? [Checkpoints[^1].Note] : [],
        MacKeys = mac ? [MacKey] : [],
    };

    internal static VerificationReport Verify(byte[] export, LedgerVerifierOptions options)
    {
        using var stream = new MemoryStream(export, writable: false);
        return LedgerVerifier.VerifyAsync(stream, options).GetAwaiter().GetResult();
    }

    internal static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private async ValueTask WriteTo(Stream stream)
    {
        await using var writer = new LedgerExportWriter(stream);
        await writer.WriteHeaderAsync(new LedgerExportHeader { Origin = Origin, Keys = [Key.VerifierKey.Text], Created = DateTimeOffset.UnixEpoch });
        var next = 0;
        for (var i = 0; i <= Sealed.Count; i++)
        {
            for (; next < Checkpoints.Count && Checkpoints[next].Size == i; next++)
                await writer.WriteCheckpointAsync(Checkpoints[next].Note);
            if (i < Sealed.Count)
                await writer.WriteEntryAsync(Sealed[i]);
        }
        for (; next < Checkpoints.Count; next++)
            await writer.WriteCheckpointAsync(Checkpoints[next].Note);
        foreach (var entry in Tail)
            await writer.WriteEntryAsync(entry);
        foreach (var statement in Statements)
            await writer.WriteStatementAsync(statement);
        await writer.CompleteAsync();
    }
}
