using System.Text;
using ContactPoint.Demo.Families;
using ContactPoint.Demo.Registers;

namespace ContactPoint.Demo.Tests;

public sealed class RegisterTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Write_IsWindows1252WithTheSlipsOfTheNationalFile()
    {
        var bytes = SalfordRegister.Write(Population.Make(20_150_314, 200, Today), Today);
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

        Encoding.UTF8.GetString(bytes).ShouldContain("\uFFFD");
        text.ShouldContain("St Luke’s");
        text.ShouldContain("École Élémentaire");
        text.ShouldContain("The \"\"Old\"\" Mill");
        text.ShouldContain(",Closed,");
        text.ShouldContain(",909,");
        text.ShouldContain("\r\n,355,", Case.Sensitive, "a row without a number");
    }

    [Fact]
    public void Write_TwiceFromOneSeed_GivesTheSameBytes() =>
        SalfordRegister.Write(Population.Make(3, 400, Today), Today).ShouldBe(SalfordRegister.Write(Population.Make(3, 400, Today), Today));
}
