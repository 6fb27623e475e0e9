using ContactPoint.Shell.Hosting;

namespace ContactPoint.Shell.SignIn;

/// <summary>The cookies of sign-in. Each names a row and carries nothing else.</summary>
internal static class SessionCookie
{
    /// <summary>Carries the session's token; ends with the browser.</summary>
    public const string Session = "__Host-contactpoint";

    /// <summary>Carries the attempt between the password and the code.</summary>
    public const string Step = "__Host-contactpoint-step";

    private static readonly TimeSpan StepLength = TimeSpan.FromMinutes(5);

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Session, token, Options(context, Session));

    public static void WriteStep(HttpContext context, string attempt)
    {
        var options = Options(context, Step);
        options.MaxAge = StepLength;
        context.Response.Cookies.Append(Step, attempt, options);
    }

    public static void Delete(HttpContext context, string name) => context.Response.Cookies.Delete(name, Options(context, name));

    private static CookieOptions Options(HttpContext context, string name) => new HostOnlyCookie(name).Build(context, DateTimeOffset.MinValue);
}
