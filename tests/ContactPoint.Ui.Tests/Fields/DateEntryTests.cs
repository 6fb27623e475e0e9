using System.Globalization;
using ContactPoint.Ui.Fields;
using CsCheck;

namespace ContactPoint.Ui.Tests.Fields;

public sealed class DateEntryTests
{
    public DateEntryTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("", "", "")]
    [InlineData("31", "2", "2015")]
    [InlineData("29", "2", "2015")]
    [InlineData("0", "1", "2015")]
    [InlineData("1", "13", "2015")]
    [InlineData("1", "0", "2015")]
    [InlineData("1", "1", "15")]
    [InlineData("1", "1", "1899")]
    [InlineData("-1", "1", "2015")]
    [InlineData("1", "ma", "2015")]
    [InlineData("1", "marsh", "2015")]
    [InlineData("1.5", "3", "2015")]
    [InlineData("99999999999", "3", "2015")]
    [InlineData("١", "3", "2015")]
    public void Read_WhatIsNoDate_IsNull(string day, string month, string year) => new DateEntry(day, month, year).Read().ShouldBeNull();

    [Theory]
    [InlineData("14", "3", "2015")]
    [InlineData(" 14 ", "03", "2015")]
    [InlineData("14", "March", "2015")]
    [InlineData("14", "mar", "2015")]
    [InlineData("14", "MAR.", "2015")]
    public void Read_WhatPeopleType_IsTheDate(string day, string month, string year) =>
        new DateEntry(day, month, year).Read().ShouldBe(new DateOnly(2015, 3, 14));

    [Fact]
    public void Read_LeapDay_IsTheDate() => new DateEntry("29", "2", "2016").Read().ShouldBe(new DateOnly(2016, 2, 29));

    [Fact]
    public void AnyDateOfThreeCenturies_ComesBack() => Gen.Int[1900, 2199].SelectMany(year => Gen.Int[1, 12].SelectMany(month =>
        Gen.Int[1, DateTime.DaysInMonth(year, month)].Select(day => new DateOnly(year, month, day))))
        .Sample(date => DateEntry.From(date).Read() == date);

    [Fact]
    public void AnyText_NeverThrows() => Gen.Select(Gen.String, Gen.String, Gen.String)
        .Sample((day, month, year) => { _ = new DateEntry(day, month, year).Read(); });

    [Fact]
    public void IsEmpty_OnlyWhenNothingIsTyped()
    {
        DateEntry.Empty.IsEmpty.ShouldBeTrue();
        new DateEntry(" ", "", " ").IsEmpty.ShouldBeTrue();
        new DateEntry("", "3", "").IsEmpty.ShouldBeFalse();
    }
}
