using ContactPoint.Kernel.Identity.Passwords;
using CsCheck;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>15 to 128 characters of any kind that are not merely common words (ASVS 6.2).</summary>
public sealed class PasswordRulesTests
{
    private static readonly string[] Context = ["jo.fenwick", "Jo Fenwick", "Larkspur School"];

    private static readonly string[] Vocabulary =
    [
        "kettle", "umbrage", "plum", "forty", "gravel", "lantern", "wicket", "marmot", "quill", "saddle", "tundra", "vellum", "yonder", "zephyr", "bracken",
        "copper", "dapple", "ermine", "fathom", "gimlet", "hinge", "ingot", "jostle", "knuckle", "lather", "mullet", "nozzle", "osprey", "pebble", "rafter",
    ];

    [Theory]
    [InlineData("kettle umbrage")]
    [InlineData("k")]
    [InlineData("")]
    [Trait("Asvs", "6.2.1")]
    public void Password_OfLessThanFifteenCharacters_IsRefused(string password) => PasswordRules.Check(password, Context)!.Code.ShouldBe("password.too-short");

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    [Trait("Asvs", "6.2.9")]
    public void Password_UpTo128Characters_IsAccepted(int length, bool accepted)
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => Vocabulary[i % Vocabulary.Length]))[..length];
        (PasswordRules.Check(text, Context) is null).ShouldBe(accepted);
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password123456789")]
    [InlineData("P@55w0rd P@55w0rd!")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("zyxwvutsrqponmlkj")]
    [InlineData("123456789012345678")]
    [InlineData("2026-09-01 2026-09-02")]
    [InlineData("letmein letmein letmein")]
    [InlineData("Summer2026Summer2026")]
    [InlineData("correct horse battery staple")]
    [InlineData("iloveyouiloveyou1")]
    [Trait("Asvs", "6.2.4")]
    [Trait("Asvs", "6.2.12")]
    public void Password_MadeOfCommonWordsOrPatterns_IsRefused(string password) => PasswordRules.Check(password, Context)!.Code.ShouldBe("password.guessable");

    [Theory]
    [InlineData("ContactPoint2026!!")]
    [InlineData("safeguarding children")]
    [InlineData("jo.fenwick.larkspur")]
    [InlineData("LarkspurSchool2026")]
    [InlineData("FenwickFenwickFenwick")]
    [Trait("Asvs", "6.2.11")]
    public void Password_MadeOfTheServicesOrTheUsersOwnWords_IsRefused(string password) => PasswordRules.Check(password, Context)!.Code.ShouldBe("password.guessable");

    [Fact]
    [Trait("Asvs", "6.2.8")]
    public void Password_ThatCannotBeKeptVerbatim_IsRefused()
    {
        foreach (var password in (string[])["\ud800 a lone surrogate", "a lone surrogate \udc00", "two \udc00\ud800 the wrong way round", "a zero \0 is in this one"])
            PasswordRules.Check(password, Context)!.Code.ShouldBe("password.unreadable");
        PasswordRules.Check("kettle umbrage \ud83e\udd5d plum", Context).ShouldBeNull("a whole pair is a character");
    }

    [Theory]
    [InlineData("kettle umbrage plum")]
    [InlineData("KETTLEUMBRAGEPLUM")]
    [InlineData("  kettle  umbrage  ")]
    [InlineData("llyfrgell genedlaethol")]
    [InlineData("пароль никогда не повторяю")]
    [InlineData("vX9#qL2m!Rt7$wZp4")]
    [Trait("Asvs", "6.2.5")]
    [Trait("Asvs", "6.2.10")]
    public void Password_OfAnyKindOfCharacter_IsAccepted(string password) => PasswordRules.Check(password, Context).ShouldBeNull();

    [Fact]
    [Trait("Asvs", "6.2.5")]
    public void AnyFourWordsThatDoNotBelongTogether_AreAccepted() =>
        Gen.Shuffle(Vocabulary, 4).Sample(words => PasswordRules.Check(string.Join(' ', words), Context) is null);

    [Fact]
    public void AnyText_IsJudged_WithoutAnException() =>
        Gen.String[0, 150].Sample(text => PasswordRules.Check(text, Context) is null or { Message.Length: > 0 });

    [Theory]
    [InlineData("  kettle  umbrage  ", "kettle  umbrage")]
    [InlineData("Kettle Umbrage Plum", "kettle umbrage plum")]
    [InlineData("kettle umbrage plum é", "kettle umbrage plum e\u0301")]
    [Trait("Asvs", "6.2.8")]
    public async Task Password_IsComparedVerbatim(string password, string nearly)
    {
        await using var host = await IdentityHost.StartAsync();
        var check = host.Get<PasswordCheck>();
        var hash = check.Hash(password);

        check.Verify(hash, nearly).ShouldBe(PasswordFinding.Wrong);
        check.Verify(hash, password).ShouldBe(PasswordFinding.Right);
    }

    [Fact]
    [Trait("Asvs", "6.2.8")]
    public async Task Password_ThatDiffersAfterTheHundredthCharacter_IsWrong()
    {
        await using var host = await IdentityHost.StartAsync();
        var check = host.Get<PasswordCheck>();
        var password = string.Concat(Vocabulary)[..127] + "a";

        check.Verify(check.Hash(password), password[..127] + "b").ShouldBe(PasswordFinding.Wrong);
    }
}
