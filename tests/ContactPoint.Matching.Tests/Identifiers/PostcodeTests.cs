using ContactPoint.Matching.Identifiers;
using CsCheck;

namespace ContactPoint.Matching.Tests.Identifiers;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData(null, IdentifierError.Missing)]
    [InlineData("SG1", IdentifierError.WrongLength)]
    [InlineData("SG11 11DJ", IdentifierError.WrongLength)]
    [InlineData("GIR 0AA", IdentifierError.WrongCharacters)]
    [InlineData("QG1 1DJ", IdentifierError.WrongCharacters)]
    [InlineData("SI1 1DJ", IdentifierError.WrongCharacters)]
    [InlineData("SG1 1CJ", IdentifierError.WrongCharacters)]
    [InlineData("SG1 DDJ", IdentifierError.WrongCharacters)]
    [InlineData("B1L 1DJ", IdentifierError.WrongCharacters)]
    [InlineData("EC1C 1DJ", IdentifierError.WrongCharacters)]
    [InlineData("ŞG1 1DJ", IdentifierError.WrongCharacters)]
    public void TryParse_OfAWrongPostcode_SaysWhatIsWrong(string? text, IdentifierError expected)
    {
        Postcode.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldBe(expected);
    }

    [Theory]
    [InlineData("sg1 1dj", "SG1 1DJ", "SG1", "SG")]
    [InlineData("SG11DJ", "SG1 1DJ", "SG1", "SG")]
    [InlineData("B1 1TT", "B1 1TT", "B1", "B")]
    [InlineData("M60 1NW", "M60 1NW", "M60", "M")]
    [InlineData("W1A 0AX", "W1A 0AX", "W1A", "W")]
    [InlineData("EC1A1BB", "EC1A 1BB", "EC1A", "EC")]
    [InlineData("CR2 6XH", "CR2 6XH", "CR2", "CR")]
    [InlineData("DN55 1PT", "DN55 1PT", "DN55", "DN")]
    public void TryParse_OfARightPostcode_ReadsIt(string text, string value, string outward, string area)
    {
        Postcode.TryParse(text, out var postcode, out _).ShouldBeTrue();
        postcode.Value.ShouldBe(value);
        postcode.Outward.Value.ShouldBe(outward);
        postcode.Outward.Area.ShouldBe(area);
        OutwardCode.TryParse(outward.ToLowerInvariant(), out var district, out _).ShouldBeTrue();
        district.ShouldBe(postcode.Outward);
    }

    [Fact]
    public void PackInward_OfEveryInwardPart_GoesThereAndBack()
    {
        for (ushort packed = 1; packed <= 4000; packed++)
            Postcode.PackInward(Postcode.UnpackInward(packed)).ShouldBe(packed);
    }

    [Fact]
    public void TryParse_AnyString_DoesNotThrow() => Gen.String.Sample(text => Postcode.TryParse(text, out _, out var error) == (error == IdentifierError.None));
}
