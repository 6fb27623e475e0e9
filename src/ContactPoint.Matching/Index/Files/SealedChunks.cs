using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContactPoint.Matching.Index.Files;

/// <summary>Seals one chunk; the identity is authenticated with it, so that a chunk of another place or file does not open.</summary>
/// <param name="identity">Sequence, number and whether it is the last.</param>
/// <param name="bytes">The chunk.</param>
public delegate byte[] ChunkCipher(Guid identity, ReadOnlySpan<byte> bytes);

/// <summary>A stream cut into sealed chunks. The last chunk says that it is the last and holds a hash of all others: a cut or patched stream does not open.</summary>
internal static class SealedChunks
{
    public const int Size = 1 << 18;
    private const int MostSealed = Size + 1_024;

    /// <summary>Sixteen bytes that name a chunk: sequence of the file, number of the chunk, whether it is the last.</summary>
    public static Guid Identity(long sequence, int number, bool isLast)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, sequence);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], number);
        bytes[15] = isLast ? (byte)1 : (byte)0;
        return new Guid(bytes, bigEndian: true);
    }

    public static InvalidDataException Refused(Exception? why = null) => new("The snapshot is damaged, cut off, or of another database.", why);

    /// <summary>Writes; <see cref="Finish"/> closes the chain, without which nothing opens.</summary>
    internal sealed class Writer(Stream to, long sequence, ChunkCipher seal) : Stream
    {
        private readonly byte[] buffer = new byte[Size];
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private int held;
        private int number;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var part = bytes[..Math.Min(bytes.Length, Size - held)];
                part.CopyTo(buffer.AsSpan(held));
                held += part.Length;
                bytes = bytes[part.Length..];
                if (held == Size) Put(buffer, isLast: false);
            }
        }

        public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

        public void Finish()
        {
            if (held > 0) Put(buffer.AsSpan(0, held), isLast: false);
            Put(hash.GetHashAndReset(), isLast: true);
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            CryptographicOperations.ZeroMemory(buffer);
            base.Dispose(disposing);
        }

        private void Put(ReadOnlySpan<byte> chunk, bool isLast)
        {
            if (!isLast) hash.AppendData(chunk);
            var closed = seal(Identity(sequence, number++, isLast), chunk);
            Span<byte> head = stackalloc byte[5];
            head[0] = isLast ? (byte)1 : (byte)0;
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], closed.Length);
            to.Write(head);
            to.Write(closed);
            held = 0;
        }
    }

    /// <summary>Reads, and refuses whatever is not as it was written. Call <see cref="Finish"/> before what was read is believed.</summary>
    internal sealed class Reader(Stream from, long sequence, ChunkCipher open) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] chunk = [];
        private int read;
        private int number;
        private bool last;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> to)
        {
            if (read == chunk.Length) Next();
            if (last) return 0;
            var part = chunk.AsSpan(read, Math.Min(to.Length, chunk.Length - read));
            part.CopyTo(to);
            read += part.Length;
            return part.Length;
        }

        public override int Read(byte[] bytes, int offset, int count) => Read(bytes.AsSpan(offset, count));

        /// <summary>Nothing may be left over, and the hash of all must be the one that was sealed.</summary>
        public void Finish()
        {
            if (read != chunk.Length) throw Refused();
            if (!last) Next();
            if (!last || !CryptographicOperations.FixedTimeEquals(chunk, hash.GetHashAndReset()) || from.ReadByte() >= 0) throw Refused();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] bytes, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            base.Dispose(disposing);
        }

        private void Next()
        {
            if (last) throw Refused();
            try
            {
                Span<byte> head = stackalloc byte[5];
                from.ReadExactly(head);
                var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
                if (head[0] > 1 || length is < 0 or > MostSealed) throw Refused();
                var closed = new byte[length];
                from.ReadExactly(closed);
                chunk = open(Identity(sequence, number++, head[0] == 1), closed);
                (read, last) = (0, head[0] == 1);
            }
            catch (Exception fault) when (fault is EndOfStreamException or CryptographicException)
            {
                throw Refused(fault);
            }

            if (!last) hash.AppendData(chunk);
        }
    }
}
