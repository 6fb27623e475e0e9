using ContactPoint.Matching.Index;

namespace ContactPoint.Matching.Tests.Index;

public sealed class PackedNumbersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1_000)]
    [InlineData((1 << 20) + 1)]
    [InlineData(1 << 24)]
    [InlineData((1 << 24) + 1)]
    [InlineData(int.MaxValue)]
    public void Numbers_WrittenInAnyOrderAndOverOneAnother_AreReadBack(int below)
    {
        var random = new Random(below);
        var numbers = new int[999];
        var packed = new PackedNumbers(numbers.Length, below);
        for (var round = 0; round < 4_000; round++)
        {
            var at = random.Next(numbers.Length);
            packed[at] = numbers[at] = round % 3 == 0 ? below - 1 : random.Next(below);
        }

        for (var i = 0; i < numbers.Length; i++)
            packed[i].ShouldBe(numbers[i]);
        var again = new PackedNumbers(numbers.Length, below, packed.Raw);
        for (var i = 0; i < numbers.Length; i++)
            again[i].ShouldBe(numbers[i]);
    }

    [Fact]
    public void ANumberOutside_IsRefused()
    {
        var packed = new PackedNumbers(3, 100);
        Should.Throw<ArgumentOutOfRangeException>(() => packed[3]);
        Should.Throw<ArgumentOutOfRangeException>(() => packed[-1] = 1);
        Should.Throw<ArgumentOutOfRangeException>(() => new PackedNumbers(0, 1)[0]);
    }

    [Fact]
    public void BytesOfAnotherLength_AreRefused() =>
        Should.Throw<ArgumentException>(() => new PackedNumbers(1_000, 1 << 20, new byte[2_000]));

    [Fact]
    public void Of_TakesAsManyBitsAsTheGreatestAsksFor()
    {
        var packed = PackedNumbers.Of([0, 7, 3, 5]);
        packed.Raw.Length.ShouldBe(PackedNumbers.Length(4, 8));
        Enumerable.Range(0, 4).Select(i => packed[i]).ShouldBe([0, 7, 3, 5]);
        PackedNumbers.Of([]).Count.ShouldBe(0);
    }
}
