using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ContactPoint.Shell.StepUp;

/// <summary>
/// A fresh code for a sensitive act, as a posted form that works without script. A circuit cannot set cookies, and the session's token is
/// renewed with each step-up (ASVS 7.2.4): the old one signs nobody in. Circuits that are open go on, and have the fresh code too.
/// </summary>
internal static class StepUpEndpoints
{
    /// <summary>Where the form is shown and posted.</summary>
    public const string Path = "/step-up";

    /// <summary>The field with the page to go back to.</summary>
    public const string ReturnTo = "return-to";

    private const int MostBytes = 8 * 1024;

    public static void MapStepUp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, Show).RequireAuthorization();
        endpoints.MapPost(Path, VerifyAsync).RequireAuthorization().RequireRateLimiting(SignInServices.AttemptLimit).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    private static IResult Show(HttpContext context, IAntiforgery antiforgery, ReturnPath paths, [FromQuery(Name = ReturnTo)] string? returnTo = null) =>
        Page(context, antiforgery, paths.Allowed(returnTo), []);

    private static async Task<IResult> VerifyAsync(
        HttpContext context, ICallerSource callers, IStepUp stepUp, ISessions sessions, IAntiforgery antiforgery, ReturnPath paths, KeptStatements kept, [FromForm] CodeForm? form)
    {
        var returnTo = paths.Allowed(form?.ReturnTo);
        var caller = await callers.CurrentAsync(context.RequestAborted);
        var verified = caller.Succeeded ? await stepUp.VerifyAsync(caller.Value, form?.Code ?? "", context.RequestAborted) : caller;
        if (!verified.Succeeded && verified.Error.Code == SignInErrors.CodeRefused.Code)
            return Page(context, antiforgery, returnTo, [new FieldError("code", verified.Error.Message)]);

        var renewed = verified.Succeeded ? await sessions.RenewAsync(context.Request.Cookies[SessionCookie.Session] ?? "", CancellationToken.None) : verified.Error;
        if (!renewed.Succeeded)
        {
            SessionCookie.Delete(context, SessionCookie.Session);
            return Results.Redirect("/sign-in");
        }

        SessionCookie.Write(context, renewed.Value.Token);
        kept.Release(renewed.Value.SessionId);
        return Results.Redirect(returnTo ?? "/");
    }

    private static IResult Page(HttpContext context, IAntiforgery antiforgery, string? returnTo, IReadOnlyList<FieldError> errors) =>
        StaticPage.Document<StepUpPage>(new Dictionary<string, object?>
        {
            [nameof(StepUpPage.Antiforgery)] = antiforgery.GetAndStoreTokens(context),
            [nameof(StepUpPage.Errors)] = errors,
            [nameof(StepUpPage.ReturnTo)] = returnTo,
        });
}
