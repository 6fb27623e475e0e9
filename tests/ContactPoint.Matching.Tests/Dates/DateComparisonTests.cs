using ContactPoint.Matching.Dates;
using CsCheck;

namespace ContactPoint.Matching.Tests.Dates;

[Trait("Rule", "SEA-3")]
public sealed class DateComparisonTests
{
    private static readonly Gen<DateOnly> Births =
        Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2014-03-04", "2009-11-27", DateLevel.Different)]
    [InlineData("2014-03-04", "2014-03-04", DateLevel.Exact)]
    [InlineData("2014-03-04", "2014-04-03", DateLevel.DayMonthSwapped)]
    [InlineData("2014-05-31", "2014-06-01", DateLevel.NextDay)]
    [InlineData("2013-12-31", "2014-01-01", DateLevel.NextDay)]
    [InlineData("2014-03-12", "2014-03-21", DateLevel.DigitsSwapped)]
    [InlineData("2012-03-04", "2021-03-04", DateLevel.DigitsSwapped)]
    [InlineData("2014-03-04", "2014-03-14", DateLevel.OneDigit)]
    [InlineData("2014-03-04", "2014-03-05", DateLevel.NextDay)]
    [InlineData("2014-03-04", "2014-03-06", DateLevel.OneDigit)]
    [InlineData("2014-03-04", "2014-04-04", DateLevel.NextMonth)]
    [InlineData("2013-12-15", "2014-01-15", DateLevel.NextMonth)]
    [InlineData("2014-05-31", "2014-06-30", DateLevel.NextMonth)]
    [InlineData("2014-03-04", "2013-03-04", DateLevel.NextYear)]
    [InlineData("2014-03-04", "2017-03-04", DateLevel.OneDigitOfYear)]
    [InlineData("2009-03-04", "2010-03-04", DateLevel.NextYear)]
    [InlineData("2009-03-04", "2011-03-04", DateLevel.WrongYear)]
    [InlineData("2014-03-04", "2014-03-29", DateLevel.WrongDay)]
    [InlineData("2024-10-22", "2024-11-01", DateLevel.WrongDay)]
    [InlineData("2014-12-29", "2015-01-03", DateLevel.WrongDay)]
    [InlineData("2014-03-24", "2014-04-08", DateLevel.Different)]
    [InlineData("2014-09-04", "2014-12-04", DateLevel.WrongMonth)]
    [InlineData("2016-02-29", "2012-02-29", DateLevel.OneDigitOfYear)]
    public void Level_OfTwoDates_IsTheFirstThatHolds(string query, string stored, DateLevel level) =>
        DateComparison.Level(Date(query), Date(stored)).ShouldBe(level);

    [Fact]
    public void Level_WithoutADate_IsMissing() => DateComparison.Level(null, Date("2014-03-04")).ShouldBe(DateLevel.Missing);

    [Fact]
    public void Level_OfAnyTwoDates_IsSymmetric() =>
        Gen.Select(Births, Births).Sample((a, b) => DateComparison.Level(a, b) == DateComparison.Level(b, a));

    [Fact]
    public void Variants_OfAnyDate_AreExactlyTheDatesThatDoNotDiffer() => Births.Sample(date =>
    {
        var listed = DateVariants.Of(date).ToDictionary(pair => pair.Date, pair => pair.Level);
        for (var day = new DateOnly(DateVariants.FirstYear, 1, 1); day.Year <= DateVariants.LastYear; day = day.AddDays(1))
            listed.GetValueOrDefault(day, DateLevel.Different).ShouldBe(DateComparison.Level(date, day));
        return true;
    }, iter: 60);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
