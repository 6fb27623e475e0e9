using System.Security.Cryptography;
using ContactPoint.Shell.StaticPages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace ContactPoint.Shell.Errors;

/// <summary>Turns failures and empty error answers into a page with a reference to quote, the same for every cause.</summary>
internal static partial class ErrorPages
{
    // Without letters and digits that are mistaken for each other on the telephone.
    private const string ReferenceAlphabet = "23456789BCDFGHJKMNPQRTVWXY";

    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteAsync });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext));
    }

    /// <summary>A new reference: no more than a name for the log line.</summary>
    public static string NewReference() => RandomNumberGenerator.GetString(ReferenceAlphabet, 8).Insert(4, "-");

    private static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var reference = NewReference();
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages));
        LogAnswer(logger, status, reference, context.Features.Get<IExceptionHandlerFeature>()?.Error.GetType().Name);
        if (!context.Request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync($"{status} {reference}");
        }

        return StaticPage.Document<ErrorPage>(
            new Dictionary<string, object?> { [nameof(ErrorPage.Status)] = status, [nameof(ErrorPage.Reference)] = reference },
            status).ExecuteAsync(context);
    }

    [LoggerMessage(4001, LogLevel.Warning, "Answered with status {Status}, reference {Reference}, cause {Cause}")]
    private static partial void LogAnswer(ILogger logger, int status, string reference, string? cause);
}
