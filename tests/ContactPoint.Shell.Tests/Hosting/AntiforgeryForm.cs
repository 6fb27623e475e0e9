using System.Security.Claims;
using ContactPoint.Kernel.Identity;
using ContactPoint.Shell.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Hosting;

/// <summary>A form's token as a page inside a circuit holds it: made for the session, and its cookie put into the browser.</summary>
internal static class AntiforgeryForm
{
    public static async Task<IReadOnlyDictionary<string, string>> ForAsync(ShellApp app, Browser browser)
    {
        var session = await app.Get<ISessions>().ValidateAsync(browser.Token ?? "");
        await using var scope = app.Host.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = "https";
        if (session is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(SessionAuthentication.SessionClaim, session.Id.ToString("N"))], SessionAuthentication.SchemeName, SessionAuthentication.SessionClaim, null));
        }

        var tokens = app.Get<IAntiforgery>().GetTokens(context);
        browser.Cookies.Add(browser.Address, new System.Net.Cookie("__Host-cp-form", tokens.CookieToken, "/") { Secure = true });
        return new Dictionary<string, string> { [tokens.FormFieldName] = tokens.RequestToken! };
    }
}
