using ContactPoint.Synthetic.Queries;

namespace ContactPoint.Synthetic.Tests;

public sealed class QueryTests
{
    private const int PerClass = 40;
    private static readonly SyntheticCountry Country = new(11, 60_000);
    private static readonly SyntheticQuery[] Made = [.. new QueryMaker(Country).Make(PerClass)];

    [Fact]
    public void EveryClass_IsMade_AndNumbersAreUnique()
    {
        Made.GroupBy(query => query.Class).Select(group => group.Count()).ShouldBe(Enumerable.Repeat(PerClass, 19));
        Made.Select(query => query.Number).Distinct().Count().ShouldBe(Made.Length);
        Made.Select(query => query.ClassName).ShouldContain("nickname-typo-wrong-date");
    }

    [Fact]
    public void OneSeed_MakesTheSameQueries() => new QueryMaker(Country).Make(PerClass).Select(Told).ShouldBe(Made.Select(Told));

    [Fact]
    public void TheTruth_IsAChildOfTheCountry_WithTheDateThatWasNotTouched()
    {
        foreach (var query in Made)
        {
            Country.Child(query.Truth.Number).Surname.ShouldBe(query.Truth.Surname);
            var isDateWrong = query.Class is QueryClass.DaySwapped or QueryClass.WrongDate or QueryClass.TypoWrongDate or QueryClass.NicknameDaySwapped
                or QueryClass.PhoneticWrongDate or QueryClass.NicknameTypoWrongDate;
            if (query.DateOfBirth is { } date) (date != query.Truth.DateOfBirth).ShouldBe(isDateWrong, Told(query));
        }
    }

    [Theory]
    [InlineData(QueryClass.SurnameTypo)]
    [InlineData(QueryClass.Phonetic)]
    [InlineData(QueryClass.BothTypo)]
    [InlineData(QueryClass.SurnameChanged)]
    [InlineData(QueryClass.HalfDouble)]
    [InlineData(QueryClass.Prefixes)]
    public void AMistakeInTheSurname_IsOne(QueryClass kind) =>
        Made.Where(query => query.Class == kind).ShouldAllBe(query => query.Surname != query.Truth.Surname);

    // One in fifteen was ten days off over the end of a month, which is no digit of the day wrong.
    [Fact]
    public void AWrongDate_IsADayOrTwoAMonthAYearOrOneDigitOff()
    {
        var maker = new QueryMaker(Country);
        for (var number = 0L; number < 400; number++)
        {
            var query = maker.Make(QueryClass.WrongDate, number);
            var (asked, born) = (query.DateOfBirth!.Value, query.Truth.DateOfBirth);
            var isDigit = asked.Year == born.Year && asked.Month == born.Month && Math.Abs(asked.Day - born.Day) == 10;
            (isDigit || Math.Abs(asked.DayNumber - born.DayNumber) <= 2 || asked.AddMonths(1) == born || asked.AddMonths(-1) == born || born.AddMonths(1) == asked || born.AddMonths(-1) == asked
                || (Math.Abs(asked.Year - born.Year) is 1 or 2 && asked.Month == born.Month)).ShouldBeTrue(Told(query));
        }
    }

    private static string Told(SyntheticQuery query) =>
        $"{query.Number} {query.ClassName} {query.Forename}/{query.Surname} {query.DateOfBirth:O} {query.Age} {query.IsGirl} {query.Postcode} {query.Truth.Number}";
}
