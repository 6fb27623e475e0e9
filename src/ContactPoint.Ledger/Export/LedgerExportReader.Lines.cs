using System.Globalization;
using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Export;

/// <content>The members of each kind of line.</content>
public sealed partial class LedgerExportReader
{
    private void ParseEntry(ref LineParser parser)
    {
        long? leaf = null;
        Guid id = default;
        LedgerHash commitment = default, mac = default;
        LedgerHash? recorded = null;
        ReadOnlyMemory<byte> publicPart = default, salt = default, payload = default;
        var used = 0;
        while (parser.Next(out var name))
        {
            if (name.SequenceEqual("leaf"u8)) { parser.Once(0); leaf = parser.CountOrNull(); }
            else if (name.SequenceEqual("id"u8)) { parser.Once(1); id = parser.Id(); }
            else if (name.SequenceEqual("public"u8)) { parser.Once(2); publicPart = parser.Bytes(_scratch, ref used); }
            else if (name.SequenceEqual("commitment"u8)) { parser.Once(3); commitment = parser.Hash(); }
            else if (name.SequenceEqual("mac"u8)) { parser.Once(4); mac = parser.Hash(); }
            else if (name.SequenceEqual("hash"u8)) { parser.Once(5); recorded = parser.Hash(); }
            else if (name.SequenceEqual("salt"u8)) { parser.Once(6); salt = parser.Bytes(_scratch, ref used); }
            else if (name.SequenceEqual("payload"u8)) { parser.Once(7); payload = parser.Bytes(_scratch, ref used); }
            else throw parser.Unknown();
        }
        parser.Require(0b11111);
        if (parser.Has(5) != leaf is not null)
            throw parser.Bad("an entry has a leaf number and a hash, or neither.");
        if (parser.Has(6) != parser.Has(7) || (parser.Has(6) && salt.Length != PayloadCommitment.SaltSize))
            throw parser.Bad($"an entry has a salt of {PayloadCommitment.SaltSize} bytes and a payload, or neither.");
        _entry = new LedgerEntry
        {
            LeafNumber = leaf,
            Id = id,
            PublicPart = publicPart,
            Commitment = commitment,
            Mac = mac,
            RecordedHash = recorded,
            Salt = salt,
            Payload = payload,
        };
        Kind = ExportLineKind.Entry;
    }

    private void ParseCheckpoint(ref LineParser parser)
    {
        while (parser.Next(out var name))
        {
            if (!name.SequenceEqual("note"u8))
                throw parser.Unknown();
            parser.Once(0);
            CheckpointNote = parser.Text();
        }
        parser.Require(1);
        Kind = ExportLineKind.Checkpoint;
    }

    private void ParseStatement(ref LineParser parser)
    {
        var writer = "";
        var count = 0L;
        LedgerHash sum = default, mac = default;
        while (parser.Next(out var name))
        {
            if (name.SequenceEqual("writer"u8)) { parser.Once(0); writer = parser.Text(); }
            else if (name.SequenceEqual("count"u8)) { parser.Once(1); count = parser.Count(); }
            else if (name.SequenceEqual("sum"u8)) { parser.Once(2); sum = parser.Hash(); }
            else if (name.SequenceEqual("mac"u8)) { parser.Once(3); mac = parser.Hash(); }
            else throw parser.Unknown();
        }
        parser.Require(0b1111);
        if (writer.Length is 0 or > TailStatement.MaxWriterBytes || writer.Any(c => c is < ' ' or > '~'))
            throw parser.Bad($"a writer id is not 1 to {TailStatement.MaxWriterBytes} printable ASCII characters.");
        Statement = new TailStatement { Writer = writer, Count = count, Sum = new MacSum(sum), Mac = mac };
        Kind = ExportLineKind.Statement;
    }

    private void ParseFooter(ref LineParser parser)
    {
        Span<long> counts = stackalloc long[5];
        while (parser.Next(out var name))
        {
            var bit = name.SequenceEqual("entries"u8) ? 0 : name.SequenceEqual("sealed"u8) ? 1 : name.SequenceEqual("tail"u8) ? 2
                : name.SequenceEqual("checkpoints"u8) ? 3 : name.SequenceEqual("statements"u8) ? 4 : throw parser.Unknown();
            parser.Once(bit);
            counts[bit] = parser.Count();
        }
        parser.Require(0b11111);
        Footer = new LedgerExportFooter(counts[0], counts[1], counts[2], counts[3], counts[4]);
        Kind = ExportLineKind.Footer;
    }

    private void ParseHeader(ref LineParser parser)
    {
        string format = "", origin = "", created = "";
        List<string> keys = [];
        while (parser.Next(out var name))
        {
            if (name.SequenceEqual("format"u8)) { parser.Once(0); format = parser.Text(); }
            else if (name.SequenceEqual("origin"u8)) { parser.Once(1); origin = parser.Text(); }
            else if (name.SequenceEqual("keys"u8)) { parser.Once(2); keys = parser.Texts(); }
            else if (name.SequenceEqual("created"u8)) { parser.Once(3); created = parser.Text(); }
            else throw parser.Unknown();
        }
        parser.Require(0b1111);
        if (origin.Length == 0 || origin.Any(char.IsControl))
            throw parser.Bad("the origin is empty or holds a control character.");
        if (format != ExportFormat.Version)
            throw parser.Bad($"the format is not {ExportFormat.Version}.");
        if (!DateTimeOffset.TryParseExact(created, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            throw parser.Bad("\"created\" is not a UTC time.");
        Header = new LedgerExportHeader { Origin = origin, Keys = keys, Created = time };
        Kind = ExportLineKind.Header;
    }
}
