using ContactPoint.Sdk.Children;
using CsCheck;

namespace ContactPoint.Sdk.Tests.Children;

public sealed class DirectoryNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly Gen<DirectoryNumber> Numbers = Gen.ULong.Select(DirectoryNumber.FromBits);

    [Fact, Trait("Rule", "REC-7")]
    public void AnySingleWrongCharacter_IsRefused() =>
        Gen.Select(Numbers, Gen.Int[0, 11], Gen.Int[0, 31]).Sample((number, place, other) =>
        {
            if (number.Value[place] == Alphabet[other]) return true;
            var wrong = number.Value.ToCharArray();
            wrong[place] = Alphabet[other];
            return !DirectoryNumber.TryParse(new string(wrong), out _);
        }, iter: 20_000);

    [Fact, Trait("Rule", "REC-7")]
    public void NearlyEverySwapOfNeighbours_IsRefused()
    {
        var (swaps, missed) = (0, 0);
        Gen.Select(Numbers, Gen.Int[0, 10]).Sample((number, place) =>
        {
            var swapped = number.Value.ToCharArray();
            (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
            if (swapped[place] == swapped[place + 1]) return;
            Interlocked.Increment(ref swaps);
            if (DirectoryNumber.TryParse(new string(swapped), out _)) Interlocked.Increment(ref missed);
        }, iter: 50_000);
        ((double)missed / swaps).ShouldBeLessThan(0.01);
    }

    [Theory, Trait("Rule", "REC-7")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3M")]
    [InlineData("UUUU-UUUU-UUUU")]
    [InlineData("'; DROP TABLE child; --")]
    public void WhatIsNoNumber_IsRefused(string? text) => DirectoryNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact, Trait("Rule", "REC-7")]
    public void AnyNumber_IsReadAsPeopleWriteIt() =>
        Numbers.Sample(number =>
            DirectoryNumber.TryParse(number.ToString(), out var shown) && shown == number
            && DirectoryNumber.TryParse(number.Value.ToLowerInvariant(), out var lower) && lower == number
            && DirectoryNumber.TryParse(number.Value.Replace('1', 'l').Replace('0', 'O'), out var misread) && misread == number);

    [Fact, Trait("Rule", "REC-7")]
    public void NewNumbers_AreTwelveCharacters_AndDoNotRepeat()
    {
        var made = Enumerable.Range(0, 10_000).Select(_ => DirectoryNumber.New().Value).ToList();
        made.Distinct().Count().ShouldBe(made.Count);
        made.ShouldAllBe(number => number.Length == 12 && number.All(character => Alphabet.Contains(character, StringComparison.Ordinal)));
    }
}
