using ContactPoint.Matching.Identifiers;
using CsCheck;

namespace ContactPoint.Matching.Tests.Identifiers;

[Trait("Rule", "REC-6")]
public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("", IdentifierError.Missing)]
    [InlineData("943476591", IdentifierError.WrongLength)]
    [InlineData("94347659190", IdentifierError.WrongLength)]
    [InlineData("943476591O", IdentifierError.WrongCharacters)]
    [InlineData("9434765918", IdentifierError.CheckFailed)]
    [InlineData("9434756919", IdentifierError.CheckFailed)]
    [InlineData("1111111111", IdentifierError.NeverIssued)]
    [InlineData("0000000000", IdentifierError.NeverIssued)]
    public void TryParse_OfAWrongNumber_SaysWhatIsWrong(string text, IdentifierError expected)
    {
        NhsNumber.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldBe(expected);
    }

    // 943 476 5919 is the example of the NHS Data Model and Dictionary; 999 numbers are the test range.
    [Theory]
    [InlineData("9434765919", "943 476 5919")]
    [InlineData("943 476 5919", "943 476 5919")]
    [InlineData("943-476-5919", "943 476 5919")]
    [InlineData("9990000018", "999 000 0018")]
    public void TryParse_OfARightNumber_ReadsIt(string text, string formatted)
    {
        NhsNumber.TryParse(text, out var number, out _).ShouldBeTrue();
        number.Formatted.ShouldBe(formatted);
        $"{number}".ShouldNotContain("9");
    }

    [Fact]
    public void CheckDigit_OfABodyWhoseCheckIsTen_IsNone() => NhsNumber.CheckDigit("000000001").ShouldBe('9');

    [Fact]
    public void TryParse_AnyOneDigitMistyped_IsRefused() =>
        Gen.Select(Gen.String[Gen.Char['0', '9'], 9, 9], Gen.Int[0, 9], Gen.Int[1, 9]).Where(t => NhsNumber.CheckDigit(t.Item1) is not null).Sample((body, at, by) =>
        {
            var wrong = (body + NhsNumber.CheckDigit(body)).ToCharArray();
            wrong[at] = (char)('0' + ((wrong[at] - '0' + by) % 10));
            return !NhsNumber.TryParse(new string(wrong), out _, out _);
        });
}
