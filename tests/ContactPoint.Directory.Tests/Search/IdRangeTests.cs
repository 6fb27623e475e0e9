using System.Buffers.Binary;
using ContactPoint.Directory.Search;

namespace ContactPoint.Directory.Tests.Search;

public sealed class IdRangeTests
{
    private static readonly Guid Least = new("00000000-0000-0000-0000-000000000001");

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-ffffffffffff", 16)]
    [InlineData("7a000000-0000-4000-8000-000000000001", "7a000000-0000-4000-8000-000000000001", 1)]
    [InlineData("7a000000-0000-4000-8000-000000000001", "7a000000-0000-4000-8000-000000000004", 1)]
    [InlineData("019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-0000000000ff", 16)]
    public void Split_Always_CoversEveryIdOnce(string first, string last, int count)
    {
        var ranges = IdRange.Split(new Guid(first), new Guid(last), 16);

        ranges.Count.ShouldBe(count);
        ranges[0].After.ShouldBe(Guid.Empty);
        ranges[^1].Last.ShouldBe(Guid.AllBitsSet);
        ranges.Zip(ranges.Skip(1)).ShouldAllBe(pair => pair.First.Last == pair.Second.After);
        var bounds = ranges.SelectMany(range => new[] { range.After, range.Last });
        foreach (var id in bounds.Append(Least).Append(new Guid(first)).Append(new Guid(last)).Where(id => id != Guid.Empty))
            ranges.Count(range => Number(range.After) < Number(id) && Number(id) <= Number(range.Last)).ShouldBe(1, id.ToString());
    }

    [Fact]
    public void Split_OfIdsSpreadEvenly_HasThemSpreadEvenly()
    {
        var ids = Enumerable.Range(0, 4_096).Select(i => new Guid(i << 20 | 1, 0, 0, new byte[8])).ToList();
        var ranges = IdRange.Split(ids[0], ids[^1], 16);
        foreach (var range in ranges) ids.Count(id => Number(range.After) < Number(id) && Number(id) <= Number(range.Last)).ShouldBeInRange(255, 257);
    }

    private static UInt128 Number(Guid id) => BinaryPrimitives.ReadUInt128BigEndian(id.ToByteArray(bigEndian: true));
}
