using System.Text;
using ContactPoint.Demo.Families;
using ContactPoint.Demo.Roll;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Demo.Tests;

public sealed class RollTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly string[] Lines = Encoding.UTF8.GetString(StLukesRoll.Write(Population.Make(20_150_314, 2_000, Today), Today))
        .TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Write_HasOneWrongPupilNumber() =>
        Lines.Skip(1).Select(line => line.Split(',')[0]).Where(upn => upn.Length > 0).Count(upn => !Upn.TryParse(upn, out _, out _)).ShouldBe(1);

    [Fact]
    public void Write_HasJoinersALeaverAndTheStory()
    {
        Lines.Length.ShouldBeGreaterThan(40);
        Lines.ShouldContain(line => line.Contains("Osborne,Jayden", StringComparison.Ordinal));
        Lines.ShouldContain(line => line.Contains("Fairclough,Ottoline", StringComparison.Ordinal));
        Lines.ShouldContain(line => line.Contains("13/11/2026", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "FED-6")]
    public void Write_HasARowThatMayMeanAChildOfAnotherSchool_UnderAnotherNumberAndALetterOff()
    {
        var girl = Population.Make(20_150_314, 2_000, Today).Children.Single(child => child.Key == StoryNewcomer.Key);
        var row = Lines.Single(line => line.Contains("Tamzin", StringComparison.Ordinal)).Split(',');
        (row[1], row[6]).ShouldBe((girl.Name.Family, "21/09/2016"));
        girl.Name.Given.ShouldBe("Tamsin");
        Upn.TryParse(row[0], out _, out _).ShouldBeTrue();
        row[0].ShouldNotBe(girl.Upn);
        Lines.ShouldNotContain(line => line.Contains(girl.Upn!, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_TwiceFromOneSeed_GivesTheSameBytes() =>
        StLukesRoll.Write(Population.Make(3, 400, Today), Today).ShouldBe(StLukesRoll.Write(Population.Make(3, 400, Today), Today));
}
