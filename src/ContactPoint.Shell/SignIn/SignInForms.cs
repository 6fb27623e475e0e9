using System.Runtime.Serialization;

namespace ContactPoint.Shell.SignIn;

/// <summary>The first step as posted. Redacted in text: it holds a password. Minimal endpoints take the names of fields from DataMember alone.</summary>
internal sealed class SignInForm
{
    [DataMember(Name = "user-name")]
    public string? UserName { get; init; }

    [DataMember(Name = "password")]
    public string? Password { get; init; }

    [DataMember(Name = "return-to")]
    public string? ReturnTo { get; init; }
}

/// <summary>The second step as posted.</summary>
internal sealed class CodeForm
{
    [DataMember(Name = "code")]
    public string? Code { get; init; }

    [DataMember(Name = "return-to")]
    public string? ReturnTo { get; init; }
}

/// <summary>Signing out posts nothing but the antiforgery token; binding a form is what makes the framework ask for it.</summary>
internal sealed class SignOutForm;
