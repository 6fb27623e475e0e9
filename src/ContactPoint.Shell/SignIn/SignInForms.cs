using Microsoft.AspNetCore.Mvc;

namespace ContactPoint.Shell.SignIn;

/// <summary>The first step as posted. Redacted in text: it holds a password.</summary>
internal sealed class SignInForm
{
    [FromForm(Name = "user-name")]
    public string? UserName { get; init; }

    [FromForm(Name = "password")]
    public string? Password { get; init; }

    [FromForm(Name = "return-to")]
    public string? ReturnTo { get; init; }
}

/// <summary>The second step as posted.</summary>
internal sealed class CodeForm
{
    [FromForm(Name = "code")]
    public string? Code { get; init; }

    [FromForm(Name = "return-to")]
    public string? ReturnTo { get; init; }
}

/// <summary>Signing out posts nothing but the antiforgery token; binding a form is what makes the framework ask for it.</summary>
internal sealed class SignOutForm;
