using ContactPoint.Sdk.Children;
using CsCheck;

namespace ContactPoint.Directory.Tests.Children;

public sealed class DirectoryNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    [Trait("Rule", "REC-7")]
    public void TryParse_WithAnyOneCharacterWrong_Refuses() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 11], Gen.Int[1, 31]).Sample((bits, place, by) =>
        {
            var characters = DirectoryNumber.FromBits(bits).Value.ToCharArray();
            characters[place] = Alphabet[(Alphabet.IndexOf(characters[place], StringComparison.Ordinal) + by) % 32];
            return !DirectoryNumber.TryParse(new string(characters), out _);
        }, iter: 20_000);

    [Fact]
    [Trait("Rule", "REC-7")]
    public void TryParse_OfWhatIsShown_IsTheNumberInAnyDress() =>
        Gen.ULong.Sample(bits =>
        {
            var number = DirectoryNumber.FromBits(bits);
            return DirectoryNumber.TryParse(number.ToString(), out var shown) && shown == number
                && DirectoryNumber.TryParse(number.Value.ToLowerInvariant().Replace('1', 'l').Replace('0', 'o'), out var typed) && typed == number;
        });

    [Fact]
    [Trait("Rule", "REC-7")]
    public void New_ManyTimes_RepeatsNothing() =>
        Enumerable.Range(0, 20_000).Select(_ => DirectoryNumber.New().Value).Distinct().Count().ShouldBe(20_000);
}
