using System.Security.Cryptography;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Index.Files;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Tests.Index;

public sealed class SnapshotFolderTests : IDisposable
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly SnapshotHead Head = new(4_711, new Guid("11111111-1111-4111-8111-111111111111"), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("contactpoint-snapshot-");

    [Fact]
    public void Read_OfASnapshotCutOffAnywhere_IsRefused()
    {
        var whole = Bytes(SyntheticDirectory.Make(12_000, seed: 3));
        var cuts = new List<int> { 0, 7, 8, 15, 16, whole.Length - 1 };
        for (var at = 16; at < whole.Length; at += 5 + BitConverter.ToInt32(whole, at + 1)) cuts.AddRange([at, at + 1, at + 5]);
        cuts.Count.ShouldBeGreaterThan(10, "the snapshot has more than one chunk");
        var random = new Random(9);
        for (var i = 0; i < 60; i++) cuts.Add(random.Next(whole.Length));
        foreach (var cut in cuts.Where(cut => cut < whole.Length)) Should.Throw<InvalidDataException>(() => Read(whole[..cut]), $"cut at {cut}");
        Read(whole).ShouldNotBeNull().Head.ShouldBe(Head);
    }

    [Fact]
    public void Read_OfASnapshotWithAByteChangedOrAdded_IsRefused()
    {
        var whole = Bytes(SyntheticDirectory.Make(500, seed: 3));
        var random = new Random(10);
        for (var i = 0; i < 100; i++)
        {
            var patched = (byte[])whole.Clone();
            patched[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            Should.Throw<InvalidDataException>(() => Read(patched));
        }

        Should.Throw<InvalidDataException>(() => Read([.. whole, 0]));
    }

    [Fact]
    public void Read_OfChunksOfTwoSnapshotsOfOneSequence_IsRefused()
    {
        var one = Bytes(SyntheticDirectory.Make(12_000, seed: 3));
        var other = Bytes(SyntheticDirectory.Make(12_000, seed: 3).ConvertAll(child => child with { Gender = RecordedGender.NotSpecified }));
        var end = 16 + 5 + BitConverter.ToInt32(one, 17);
        (16 + 5 + BitConverter.ToInt32(other, 17)).ShouldBe(end, "the first chunks are of one length");
        Should.Throw<InvalidDataException>(() => Read([.. other[..end], .. one[end..]]));
    }

    [Fact]
    public void Search_OfASnapshotReadBack_AnswersAsTheSegmentDid()
    {
        var children = SyntheticDirectory.Make(1_500, seed: 12);
        var segment = LayeredIndexTests.Build(children);
        var folder = Folder();
        folder.Write(segment, Head);
        var (again, head) = folder.Read(_ => true).ShouldNotBeNull();
        head.ShouldBe(Head);
        var random = new Random(4);
        for (var i = 0; i < 100; i++)
        {
            var query = SyntheticQueries.After(SyntheticDirectory.Pick(random, children), random);
            new IndexSnapshot(again).Search(query).Select(hit => (hit.Key, hit.Score.Units)).ShouldBe(new IndexSnapshot(segment).Search(query).Select(hit => (hit.Key, hit.Score.Units)));
        }

        var merged = new LayeredIndex(again);
        merged.Remove(children[0].Key);
        merged.Merge();
        merged.Count.ShouldBe(1_499);
    }

    [Fact]
    public void Read_WhenTheNewestIsDamaged_TakesTheOneBefore()
    {
        var folder = Folder();
        folder.Write(LayeredIndexTests.Build(SyntheticDirectory.Make(10, seed: 1)), Head);
        folder.Write(LayeredIndexTests.Build(SyntheticDirectory.Make(20, seed: 1)), Head with { Sequence = 5_000 });
        folder.Read(_ => true).ShouldNotBeNull().Segment.Count.ShouldBe(20);
        var newest = Path.Combine(place.FullName, "search-index.snapshot");
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..^40]);
        folder.Read(_ => true).ShouldNotBeNull().Segment.Count.ShouldBe(10);
        folder.Read(head => head.Sequence > 4_711).ShouldBeNull();
    }

    [Fact]
    public void Write_ThatFailsHalfWay_LeavesTheOneThatWasThere()
    {
        Folder().Write(LayeredIndexTests.Build(SyntheticDirectory.Make(10, seed: 1)), Head);
        for (var chunks = 0; chunks < 3; chunks++)
        {
            var left = chunks;
            var broken = new SnapshotFolder(place.FullName, (identity, bytes) => left-- > 0 ? Seal(identity, bytes) : throw new IOException("The disk is full."), Open);
            Should.Throw<IOException>(() => broken.Write(LayeredIndexTests.Build(SyntheticDirectory.Make(12_000, seed: 1)), Head));
            Folder().Read(_ => true).ShouldNotBeNull().Segment.Count.ShouldBe(10);
        }
    }

    [Fact]
    public void AFile_HoldsNoNameInClear()
    {
        Folder().Write(LayeredIndexTests.Build([SyntheticDirectory.Make(1, seed: 1)[0] with { Family = "Quillfeather" }]), Head);
        System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(place.FullName, "search-index.snapshot"))).ShouldNotContain("QUILLFEATHER");
    }

    public void Dispose() => place.Delete(recursive: true);

    private SnapshotFolder Folder() => new(place.FullName, Seal, Open);

    private byte[] Bytes(List<IndexRecord> children)
    {
        using var stream = new MemoryStream();
        Folder().Write(LayeredIndexTests.Build(children), Head, stream);
        return stream.ToArray();
    }

    private (ResidentIndex Segment, SnapshotHead Head)? Read(byte[] bytes) => Folder().Read(new MemoryStream(bytes), _ => true);

    private static byte[] Seal(Guid identity, ReadOnlySpan<byte> bytes)
    {
        var closed = new byte[28 + bytes.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, 12));
        using var cipher = new AesGcm(Key, 16);
        cipher.Encrypt(closed.AsSpan(0, 12), bytes, closed.AsSpan(28), closed.AsSpan(12, 16), identity.ToByteArray());
        return closed;
    }

    private static byte[] Open(Guid identity, ReadOnlySpan<byte> closed)
    {
        if (closed.Length < 28) throw new CryptographicException();
        var bytes = new byte[closed.Length - 28];
        using var cipher = new AesGcm(Key, 16);
        cipher.Decrypt(closed[..12], closed[28..], closed[12..28], bytes, identity.ToByteArray());
        return bytes;
    }
}
