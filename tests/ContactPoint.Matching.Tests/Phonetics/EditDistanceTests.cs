using ContactPoint.Matching.Phonetics;
using CsCheck;

namespace ContactPoint.Matching.Tests.Phonetics;

public sealed class EditDistanceTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char["ABC"], 0, 12], Gen.String[Gen.Char["ABCÉ"], 0, 12], Gen.String[Gen.Char["AB"], 55, 75]);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "AB", 2)]
    [InlineData("MARTHA", "MARHTA", 1)]
    [InlineData("CA", "ABC", 3)]
    [InlineData("KITTEN", "SITTING", 3)]
    public void Bounded_OfKnownPairs_IsTheAlignmentDistance(string a, string b, int distance) =>
        EditDistance.Bounded(a, b, 9).ShouldBe(distance);

    [Fact]
    public void Bounded_OfAnyPair_EqualsThePlainProgramme() =>
        Gen.Select(Words, Words, Gen.Int[0, 6]).Sample(
            (a, b, limit) => EditDistance.Bounded(a, b, limit) == Math.Min(limit + 1, Naive(a, b)), iter: 30_000);

    [Fact]
    public void Signature_NeverRulesOutANeighbour() =>
        Gen.Select(Gen.String[Gen.Char["ABCDEÉ"], 0, 9], Gen.String[Gen.Char["ABCDEÉ"], 0, 9]).Sample((a, b) =>
        {
            var distance = Naive(a, b);
            return LetterSignature.Of(a).MayBeWithin(LetterSignature.Of(b), distance);
        }, iter: 50_000);

    [Fact]
    public void Signature_RulesOutNamesOfOtherLetters() =>
        LetterSignature.Of("ROBERTS").MayBeWithin(LetterSignature.Of("HUGHES"), 2).ShouldBeFalse();

    private static int Naive(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cells[i, j] = i + j;
                    continue;
                }

                cells[i, j] = Math.Min(
                    Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1,
                    cells[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
            }
        }

        return cells[a.Length, b.Length];
    }
}
