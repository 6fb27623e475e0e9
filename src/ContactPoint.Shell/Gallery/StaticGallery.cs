using ContactPoint.Shell.Errors;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Antiforgery;

namespace ContactPoint.Shell.Gallery;

/// <summary>The pages without script as samples, to be looked at and measured. Mapped in Development only.</summary>
internal static class StaticGallery
{
    public static void MapStaticGallery(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("/dev/static").AllowAnonymous();
        pages.MapGet("/sign-in", (HttpContext context, IAntiforgery antiforgery, bool wrong = false) => StaticPage.Document<SignInPage>(
            Form(context, antiforgery, wrong ? [new FieldError("user-name", "User name, password or code is wrong. Try again.")] : [])));
        pages.MapGet("/code", (HttpContext context, IAntiforgery antiforgery, bool wrong = false) => StaticPage.Document<CodePage>(
            Form(context, antiforgery, wrong ? [new FieldError("code", "User name, password or code is wrong. Try again.")] : [])));
        pages.MapGet("/signed-out", (SignedOutReason reason = SignedOutReason.SignedOut) =>
            StaticPage.Document<SignedOutPage>(new Dictionary<string, object?> { [nameof(SignedOutPage.Reason)] = reason }));
        pages.MapGet("/error", (int status = 500) => StaticPage.Document<ErrorPage>(
            new Dictionary<string, object?> { [nameof(ErrorPage.Status)] = status, [nameof(ErrorPage.Reference)] = "K7Q2-M9XD" }, status));
        pages.MapGet("/throw", IResult () => throw new InvalidOperationException("sample"));
        pages.MapGet("/status", (int code) => Results.StatusCode(code));
    }

    private static Dictionary<string, object?> Form(HttpContext context, IAntiforgery antiforgery, IReadOnlyList<FieldError> errors) => new()
    {
        [nameof(SignInPage.Antiforgery)] = antiforgery.GetAndStoreTokens(context),
        [nameof(SignInPage.Errors)] = errors,
    };
}
