using ContactPoint.Matching.Nicknames;

namespace ContactPoint.Matching.Tests.Nicknames;

[Trait("Rule", "SEA-3")]
public sealed class NicknameTableTests
{
    [Theory]
    [InlineData("ALEXANDER", "ALEXANDRA")]
    [InlineData("WILLIAM", "ROBERT")]
    [InlineData("WILLIAM", "WILLIAM")]
    public void AreRelated_OfNamesInNoCommonGroup_IsFalse(string a, string b) =>
        NicknameTable.Instance.AreRelated(a, b).ShouldBeFalse();

    [Theory]
    [InlineData("BILL", "WILLIAM")]
    [InlineData("BILLY", "WILL")]
    [InlineData("LIZZIE", "ELIZABETH")]
    [InlineData("JAYDON", "JAYDEN")]
    [InlineData("MOHAMMED", "MUHAMMAD")]
    [InlineData("EEFA", "AOIFE")]
    [InlineData("SIOBHAN", "SHIVAUN")]
    [InlineData("KASIA", "KATARZYNA")]
    public void AreRelated_OfShortFormAndName_IsTrueBothWays(string a, string b)
    {
        NicknameTable.Instance.AreRelated(a, b).ShouldBeTrue();
        NicknameTable.Instance.AreRelated(b, a).ShouldBeTrue();
    }

    [Fact]
    public void List_IsLargeEnoughToBeOfUse() => NicknameTable.Instance.GroupCount.ShouldBeGreaterThan(400);
}
