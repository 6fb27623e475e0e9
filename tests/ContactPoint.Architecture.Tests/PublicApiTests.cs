using PublicApiGenerator;

namespace ContactPoint.Architecture.Tests;

/// <summary>The Sdk is a contract with modules that are built elsewhere: it changes on purpose, in the approved file, or not at all.</summary>
public sealed class PublicApiTests
{
    [Fact, Trait("Rule", "MOD-1")]
    public void TheSdk_HasTheApprovedApi()
    {
        var approved = Path.Combine(AppContext.BaseDirectory, "Approved", "ContactPoint.Sdk.txt");
        var actual = House.Load("ContactPoint.Sdk").GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("CONTACTPOINT_APPROVE") is { Length: > 0 } source) File.WriteAllText(Path.Combine(source, "ContactPoint.Sdk.txt"), actual);
        actual.ShouldBe(File.ReadAllText(approved).ReplaceLineEndings("\n"), "Approve a change on purpose: CONTACTPOINT_APPROVE=<this project>/Approved dotnet run, and say why in the commit.");
    }
}
