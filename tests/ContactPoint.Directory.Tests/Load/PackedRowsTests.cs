using ContactPoint.Directory.Load;

namespace ContactPoint.Directory.Tests.Load;

public sealed class PackedRowsTests
{
    [Fact]
    public void WhatIsPacked_ComesOutAsItWas()
    {
        object?[][] rows =
        [
            [null, new byte[] { 1, 2, 3 }, "Siân", 5L, 6, new DateOnly(2012, 2, 29)],
            [Array.Empty<byte>(), string.Empty, long.MinValue, int.MaxValue, DateOnly.MaxValue, null],
            [new byte[600_000], null, null, -1L, -1, DateOnly.MinValue],
        ];
        using var packed = new PackedRows();
        foreach (var row in rows) packed.Add(row);
        packed.Count.ShouldBe(3);
        packed.Rows(6).Zip(rows).ShouldAllBe(pair => AreSame(pair.First, pair.Second));
    }

    [Fact]
    public void AValueWithoutAStoredForm_IsABugOfTheCaller()
    {
        using var packed = new PackedRows();
        Should.Throw<ArgumentException>(() => packed.Add([1.5]));
    }

    private static bool AreSame(object?[] one, object?[] other) =>
        one.Zip(other).All(pair => pair.First is byte[] bytes ? bytes.AsSpan().SequenceEqual((byte[])pair.Second!) : Equals(pair.First, pair.Second));
}
