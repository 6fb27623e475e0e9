using System.Net.Mime;
using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Shell.Resources;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Shell.CheckFile;

/// <summary>
/// Checks a file before its supplier has any account (FED-2). For anybody, without script. The file stays in memory while it is checked; nothing is kept, and nothing
/// is read from the database: the answer depends on the file and the formats alone.
/// </summary>
internal static class CheckFileEndpoints
{
    public const int MostBytes = 16 * 1024 * 1024;

    private const int MostForm = MostBytes + (64 * 1024);

    // A file that drips in would keep a turn for hours.
    private static readonly TimeSpan LongestReceipt = TimeSpan.FromMinutes(2);

    public static void MapFileChecks(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AllowAnonymous();
        pages.MapGet("/check-a-file", (HttpContext context, IAntiforgery antiforgery, FeedFormats formats) => Form(context, antiforgery, formats, null, []));
        pages.MapPost("/check-a-file", CheckAsync).RequireRateLimiting(CheckFileServices.Limit).WithMetadata(new RequestSizeLimitAttribute(MostForm));
        pages.MapGet("/check-a-file/format", (FeedFormats formats, string? key = null) => formats.Find(key) is { } format
            ? StaticPage.Document<FormatPage>(new Dictionary<string, object?> { [nameof(FormatPage.Format)] = format }) : Results.NotFound());
        pages.MapGet("/check-a-file/schema", (FeedFormats formats, string? key = null) => formats.Find(key)?.Xml is { } xml
            ? Results.File(Encoding.UTF8.GetBytes(xml.Schema), MediaTypeNames.Application.Xml, key + ".xsd") : Results.NotFound());
    }

    private static async Task<IResult> CheckAsync(
        HttpContext context, IAntiforgery antiforgery, FeedFormats formats, FileChecker checker, CheckFileTurns turns, IStringLocalizer<ShellText> words)
    {
        // The turn comes before the file: whoever has none is not received.
        if (!turns.TryTake()) return Form(context, antiforgery, formats, null, [new FieldError("", words["CheckFile.Busy"])], StatusCodes.Status503ServiceUnavailable);
        try
        {
            return await ReceiveAsync(context, antiforgery, formats, checker, words);
        }
        finally
        {
            turns.GiveBack();
        }
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, IAntiforgery antiforgery, FeedFormats formats, FileChecker checker, IStringLocalizer<ShellText> words)
    {
        // In memory to its last byte: what the framework would lay down in a temporary file names children.
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
        {
            MemoryBufferThreshold = MostForm,
            MultipartBodyLengthLimit = MostForm,
            ValueCountLimit = 8,
            ValueLengthLimit = 1024,
            MultipartHeadersCountLimit = 8,
            MultipartHeadersLengthLimit = 4096,
        }));
        try
        {
            if (!context.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status400BadRequest);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            deadline.CancelAfter(LongestReceipt);
            var form = await context.Request.ReadFormAsync(deadline.Token);
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (form.Files is not [{ Length: > 0 } file]) return Form(context, antiforgery, formats, form["kind"], [new FieldError("file", words["CheckFile.FileMissing"])]);
            if (Find(formats, form["kind"]) is not ({ } format, var profile))
                return Form(context, antiforgery, formats, null, [new FieldError("kind", words["CheckFile.KindMissing"])]);
            if (file.Length > MostBytes) return Form(context, antiforgery, formats, form["kind"], [TooLarge(words)]);
            await using var content = file.OpenReadStream();
            var report = await checker.CheckAsync(content, format, profile, MostBytes, context.RequestAborted);
            return StaticPage.Document<ReportPage>(new Dictionary<string, object?>
            {
                [nameof(ReportPage.Report)] = report,
                [nameof(ReportPage.Format)] = format,
                [nameof(ReportPage.Profile)] = profile,
            });
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Form(context, antiforgery, formats, null, [TooLarge(words)], StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception refused) when (refused is InvalidDataException or BadHttpRequestException or AntiforgeryValidationException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static FieldError TooLarge(IStringLocalizer<ShellText> words) => new("file", words["CheckFile.TooLarge"]);

    private static (FeedFormat Format, FeedProfile? Profile)? Find(FeedFormats formats, string? kind)
    {
        var parts = (kind ?? "").Split('/', 2);
        if (formats.Find(parts[0]) is not { } format) return null;
        if (parts.Length == 1) return (format, null);
        return format.Profiles.FirstOrDefault(profile => profile.Key == parts[1]) is { } profile ? (format, profile) : null;
    }

    private static IResult Form(HttpContext context, IAntiforgery antiforgery, FeedFormats formats, string? kind, IReadOnlyList<FieldError> errors, int status = StatusCodes.Status200OK) =>
        StaticPage.Document<CheckFilePage>(
            new Dictionary<string, object?>
            {
                [nameof(CheckFilePage.Antiforgery)] = antiforgery.GetAndStoreTokens(context),
                [nameof(CheckFilePage.Formats)] = formats.All,
                [nameof(CheckFilePage.Kind)] = kind,
                [nameof(CheckFilePage.Errors)] = errors,
            },
            status);
}
