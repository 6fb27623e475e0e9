using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ContactPoint.Shell.StepUp;

/// <summary>
/// A fresh code for a sensitive act, as a posted form that works without script. A circuit cannot set cookies, and the session's token is
/// renewed with each step-up (ASVS 7.2.4): the old one signs nobody in, and the circuits that were opened with it end.
/// </summary>
internal static class StepUpEndpoints
{
    /// <summary>Where the form is shown and posted.</summary>
    public const string Path = "/step-up";

    /// <summary>The field with the page to go back to.</summary>
    public const string ReturnTo = "return-to";

    /// <summary>The field with the id of what was stated (<see cref="KeptStatements"/>).</summary>
    public const string Kept = "kept";

    private const int MostBytes = 8 * 1024;
    private const int MostCharacters = 64;

    public static void MapStepUp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, Show).RequireAuthorization();
        endpoints.MapPost(Path, VerifyAsync).RequireAuthorization().RequireRateLimiting(SignInServices.AttemptLimit).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    private static IResult Show(HttpContext context, IAntiforgery antiforgery, ReturnPath paths, [FromQuery(Name = ReturnTo)] string? returnTo = null) =>
        Page(context, antiforgery, paths.Allowed(returnTo), null, []);

    private static async Task<IResult> VerifyAsync(
        HttpContext context, ICallerSource callers, IStepUpCodes codes, IAntiforgery antiforgery, ReturnPath paths, KeptStatements kept, [FromForm] StepUpPost? form)
    {
        var returnTo = paths.Allowed(form?.ReturnTo);
        var caller = await callers.CurrentAsync(context.RequestAborted);
        var renewed = caller.Succeeded ? await codes.VerifyAsync(caller.Value, form?.Code ?? "", context.RequestAborted) : caller.Error;
        if (!renewed.Succeeded && renewed.Error.Code == SignInErrors.CodeRefused.Code)
            return Page(context, antiforgery, returnTo, form?.Kept, [new FieldError("code", renewed.Error.Message)]);

        // The cookie is left alone: where another window was quicker, the browser has a newer one already.
        if (!renewed.Succeeded)
            return Results.Redirect("/");

        SessionCookie.Write(context, renewed.Value.Token);
        return Results.Redirect(kept.Release(form?.Kept, renewed.Value.SessionId, returnTo ?? "/") ? ResumePage.PathOf(form!.Kept!) : returnTo ?? "/");
    }

    private static IResult Page(HttpContext context, IAntiforgery antiforgery, string? returnTo, string? kept, IReadOnlyList<FieldError> errors) =>
        StaticPage.Document<StepUpPage>(new Dictionary<string, object?>
        {
            [nameof(StepUpPage.Antiforgery)] = antiforgery.GetAndStoreTokens(context),
            [nameof(StepUpPage.Errors)] = errors,
            [nameof(StepUpPage.ReturnTo)] = returnTo,
            [nameof(StepUpPage.Kept)] = kept is { Length: <= MostCharacters } ? kept : null,
        });
}
