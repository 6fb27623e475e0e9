using ContactPoint.Matching.Names;
using ContactPoint.Matching.Phonetics;
using CsCheck;

namespace ContactPoint.Matching.Tests.Phonetics;

[Trait("Rule", "SEA-3")]
public sealed class PhoneticKeyTests
{
    [Theory]
    [InlineData("Smith", "Patel")]
    [InlineData("Thomas", "James")]
    [InlineData("Rachel", "Richard")]
    [InlineData("Brown", "Green")]
    public void SoundsLike_OfOtherNames_IsFalse(string a, string b) => Sound(a).SoundsLike(Sound(b)).ShouldBeFalse();

    [Theory]
    [InlineData("Smith", "Smythe")]
    [InlineData("Philip", "Fillip")]
    [InlineData("Thomas", "Tomas")]
    [InlineData("Wright", "Right")]
    [InlineData("Knight", "Night")]
    [InlineData("MacDonald", "McDonald")]
    [InlineData("Siobhan", "Shivaun")]
    [InlineData("Sean", "Shawn")]
    [InlineData("Catherine", "Kathryn")]
    [InlineData("Michael", "Mikel")]
    [InlineData("Chloe", "Kloe")]
    [InlineData("Leigh", "Lee")]
    [InlineData("Jeffrey", "Geoffrey")]
    [InlineData("Stephen", "Steven")]
    [InlineData("Jackson", "Jaxon")]
    [InlineData("Phoebe", "Feebee")]
    [InlineData("Clarke", "Clark")]
    [InlineData("Deighton", "Dayton")]
    public void SoundsLike_OfSpellingsOfOneSound_IsTrue(string a, string b) =>
        Sound(a).SoundsLike(Sound(b)).ShouldBeTrue($"{Sound(a)} {Sound(b)}");

    [Fact]
    public void Of_AnyName_DoesNotThrow() => Gen.String.Sample(text => Sound(text) == Sound(text));

    private static PhoneticKey Sound(string name) => PhoneticKey.Of(NameForm.Of(name)?.Compact);
}
