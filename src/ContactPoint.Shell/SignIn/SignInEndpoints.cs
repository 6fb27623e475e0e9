using ContactPoint.Kernel.Identity;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ContactPoint.Shell.SignIn;

/// <summary>Sign-in in two steps and sign-out, without script. Whatever is wrong, both steps answer with the same bytes (I-29).</summary>
internal static class SignInEndpoints
{
    private const string ReturnTo = "return-to";
    private const int MostBytes = 8 * 1024;

    // A published build has no demo in it, whatever environment it is told to run in.
#if DEMO
    private static readonly bool HasDemo = true;
#else
    private static readonly bool HasDemo;
#endif

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AllowAnonymous();
        pages.MapGet("/sign-in", ShowSignIn);
        pages.MapPost("/sign-in", BeginAsync).RequireRateLimiting(SignInServices.AttemptLimit).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        pages.MapGet("/sign-in/code", ShowCode);
        pages.MapPost("/sign-in/code", CompleteAsync).RequireRateLimiting(SignInServices.AttemptLimit).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        pages.MapGet("/signed-out", ShowSignedOut);
        endpoints.MapPost("/sign-out", SignOutAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    private static IResult ShowSignIn(HttpContext context, IAntiforgery antiforgery, ReturnPath paths, IHostEnvironment environment, [FromQuery(Name = ReturnTo)] string? returnTo = null) =>
        StaticPage.Document<SignInPage>(new Dictionary<string, object?>
        {
            [nameof(SignInPage.Antiforgery)] = antiforgery.GetAndStoreTokens(context),
            [nameof(SignInPage.ReturnTo)] = paths.Allowed(returnTo),
            [nameof(SignInPage.HasDemo)] = HasDemo && environment.IsDevelopment(),
        });

    private static async Task<IResult> BeginAsync(HttpContext context, ISignIn signIn, ReturnPath paths, [FromForm] SignInForm? form)
    {
        var attempt = await signIn.BeginAsync(form?.UserName ?? "", form?.Password ?? "", Address(context), context.RequestAborted);
        SessionCookie.WriteStep(context, attempt);
        return Results.Redirect(paths.Allowed(form?.ReturnTo) is { } path ? $"/sign-in/code?{ReturnTo}={Uri.EscapeDataString(path)}" : "/sign-in/code");
    }

    private static IResult ShowCode(HttpContext context, IAntiforgery antiforgery, ReturnPath paths, [FromQuery(Name = ReturnTo)] string? returnTo = null) =>
        context.Request.Cookies.ContainsKey(SessionCookie.Step) ? Code(context, antiforgery, paths.Allowed(returnTo), []) : Results.Redirect("/sign-in");

    private static async Task<IResult> CompleteAsync(HttpContext context, ISignIn signIn, IAntiforgery antiforgery, ReturnPath paths, [FromForm] CodeForm? form)
    {
        var attempt = context.Request.Cookies[SessionCookie.Step] ?? "";
        var returnTo = paths.Allowed(form?.ReturnTo);
        var outcome = await signIn.CompleteAsync(attempt, form?.Code ?? "", Address(context), context.RequestAborted);
        if (!outcome.Succeeded)
            return Code(context, antiforgery, returnTo, [new FieldError("code", outcome.Error.Message)]);

        SessionCookie.Delete(context, SessionCookie.Step);
        SessionCookie.Write(context, outcome.Value.Token);
        return Results.Redirect(returnTo ?? "/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, ISessions sessions, [FromForm] SignOutForm? form)
    {
        _ = form;
        await sessions.SignOutAsync(context.Request.Cookies[SessionCookie.Session] ?? "", CancellationToken.None);
        SessionCookie.Delete(context, SessionCookie.Session);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Results.Redirect("/signed-out");
    }

    private static IResult ShowSignedOut(HttpContext context, string? reason = null)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        var known = Enum.TryParse<SignedOutReason>(reason, out var parsed) && Enum.IsDefined(parsed) && parsed is not SignedOutReason.Renewed ? parsed : SignedOutReason.SignedOut;
        return StaticPage.Document<SignedOutPage>(new Dictionary<string, object?> { [nameof(SignedOutPage.Reason)] = known });
    }

    private static IResult Code(HttpContext context, IAntiforgery antiforgery, string? returnTo, IReadOnlyList<FieldError> errors) =>
        StaticPage.Document<CodePage>(new Dictionary<string, object?>
        {
            [nameof(CodePage.Antiforgery)] = antiforgery.GetAndStoreTokens(context),
            [nameof(CodePage.Errors)] = errors,
            [nameof(CodePage.ReturnTo)] = returnTo,
        });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
