using ContactPoint.Matching.Identifiers;
using CsCheck;

namespace ContactPoint.Matching.Tests.Identifiers;

[Trait("Rule", "REC-6")]
public sealed class UpnTests
{
    [Theory]
    [InlineData(null, IdentifierError.Missing)]
    [InlineData("  ", IdentifierError.Missing)]
    [InlineData("H80120000100", IdentifierError.WrongLength)]
    [InlineData("H8012000010011", IdentifierError.WrongLength)]
    [InlineData("I801200001001", IdentifierError.WrongCharacters)]
    [InlineData("H80120000I001", IdentifierError.WrongCharacters)]
    [InlineData("H80120000100S", IdentifierError.WrongCharacters)]
    [InlineData("H80120000100１", IdentifierError.WrongCharacters)]
    [InlineData("A801200001001", IdentifierError.CheckFailed)]
    [InlineData("H801200001002", IdentifierError.CheckFailed)]
    public void TryParse_OfAWrongNumber_SaysWhatIsWrong(string? text, IdentifierError expected)
    {
        Upn.TryParse(text, out var upn, out var error).ShouldBeFalse();
        error.ShouldBe(expected);
        upn.Value.ShouldBeEmpty();
    }

    // 8×2+0×3+1×4+2×5+0+0+0+0+1×10+0+0+1×13 = 53, 53 mod 23 = 7, the eighth letter is H.
    [Theory]
    [InlineData("H801200001001", false)]
    [InlineData(" h801200001001 ", false)]
    public void TryParse_OfARightNumber_ReadsIt(string text, bool temporary)
    {
        Upn.TryParse(text, out var upn, out _).ShouldBeTrue();
        upn.Value.ShouldBe("H801200001001");
        upn.IsTemporary.ShouldBe(temporary);
    }

    // A temporary number's last letter counts as its place: B is 1, as the digit 1 above.
    [Fact]
    public void TryParse_OfATemporaryNumber_CountsItsLetter()
    {
        Upn.TryParse("H80120000100B", out var upn, out _).ShouldBeTrue();
        upn.IsTemporary.ShouldBeTrue();
        Upn.TryParse("H80120000100C", out _, out var error).ShouldBeFalse();
        error.ShouldBe(IdentifierError.CheckFailed);
    }

    [Fact]
    public void TryParse_AnyOneDigitMistyped_IsRefused() =>
        Gen.Select(Gen.String[Gen.Char['0', '9'], 12, 12], Gen.Int[0, 11], Gen.Int[1, 9]).Sample((body, at, by) =>
        {
            var right = Upn.CheckLetter(body) + body;
            var wrong = right.ToCharArray();
            wrong[at + 1] = (char)('0' + ((wrong[at + 1] - '0' + by) % 10));
            return Upn.TryParse(right, out _, out _) && !Upn.TryParse(new string(wrong), out _, out var error) && error == IdentifierError.CheckFailed;
        });

    [Fact]
    [Trait("Invariant", "I-33")]
    public void ToString_NeverTellsTheNumber()
    {
        Upn.TryParse("H801200001001", out var upn, out _).ShouldBeTrue();
        $"{upn}".ShouldNotContain("801");
    }

    [Fact]
    public void TryParse_AnyString_DoesNotThrow() => Gen.String.Sample(text => !Upn.TryParse(text, out _, out _));
}
