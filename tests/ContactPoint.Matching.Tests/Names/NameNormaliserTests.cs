using ContactPoint.Matching.Names;
using CsCheck;

namespace ContactPoint.Matching.Tests.Names;

public sealed class NameNormaliserTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" ", "")]
    [InlineData("0123", "")]
    [InlineData("\0\ud800", "")]
    [InlineData("O'Brien", "OBRIEN")]
    [InlineData("O’Brien", "OBRIEN")]
    [InlineData("O Brien", "OBRIEN")]
    [InlineData("Mac Donald", "MACDONALD")]
    [InlineData("Mc Donald", "MCDONALD")]
    [InlineData("St. John", "STJOHN")]
    [InlineData("Saint John", "STJOHN")]
    [InlineData("Smith-Jones", "SMITH JONES")]
    [InlineData("  smith   jones ", "SMITH JONES")]
    [InlineData("Siân", "SIAN")]
    [InlineData("Łukasz", "LUKASZ")]
    [InlineData("Æthelred", "AETHELRED")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("ﬁnn", "FINN")]
    [InlineData("Zoe\u0308", "ZOE")]
    [InlineData("Mac", "MAC")]
    [InlineData("Нина", "НИНА")]
    public void Normalise_AWrittenName_GivesItsOneForm(string? written, string normal) =>
        NameNormaliser.Normalise(written).ShouldBe(normal);

    [Fact]
    public void Normalise_AnyString_IsBoundedAndIdempotent() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["oOmMcCaAsStTiInN'-. ’é\0\ud835\udc00ßﷺ"], 0, 130]).Sample(
            text =>
            {
                var once = NameNormaliser.Normalise(text);
                return once.Length <= NameNormaliser.MaxLength && NameNormaliser.Normalise(once) == once;
            },
            iter: 20_000);

    [Fact]
    public void Normalise_WhenTheCutFallsInsideAPair_DropsThePair() =>
        NameNormaliser.Normalise("ß" + new string('A', 97) + "\U00010400").ShouldBe("SS" + new string('A', 97));

    [Fact]
    public void Normalise_EveryUtf16Unit_IsIdempotent()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var once = NameNormaliser.Normalise($"A{(char)c}B");
            NameNormaliser.Normalise(once).ShouldBe(once, $"U+{c:X4}");
        }
    }
}
