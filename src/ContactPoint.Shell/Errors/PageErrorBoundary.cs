using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ContactPoint.Shell.Errors;

/// <summary>
/// Keeps a failing page inside its frame: general words and a reference instead of the page, the frame and its links still work.
/// The base class logs the exception itself.
/// </summary>
public sealed partial class PageErrorBoundary : ErrorBoundary
{
    /// <summary>The reference to quote; empty while nothing failed.</summary>
    public string Reference { get; private set; } = "";

    [Inject]
    private ILogger<PageErrorBoundary> Logger { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        Reference = ErrorPages.NewReference();
        LogFailure(Logger, Reference, exception.GetType().Name);
        return base.OnErrorAsync(exception);
    }

    [LoggerMessage(4002, LogLevel.Error, "A page failed, reference {Reference}, cause {Cause}")]
    private static partial void LogFailure(ILogger logger, string reference, string cause);
}
