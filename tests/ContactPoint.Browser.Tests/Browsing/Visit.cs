using System.Collections.Concurrent;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Demo.People;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Browsing;

/// <summary>One person at one browser, and what that browser notices on the way: addresses, titles, complaints.</summary>
internal sealed class Visit : IAsyncDisposable
{
    public const int Width = 1280;
    public const int Height = 900;

    private const string ReportViolations =
        "document.addEventListener('securitypolicyviolation', e => console.error(`policy violated: ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));";

    private readonly ConcurrentQueue<string> addresses = new();
    private readonly ConcurrentQueue<string> titles = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private volatile bool isInspected;

    private Visit(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        context.Request += (_, request) => addresses.Enqueue(request.Url);
        page.WebSocket += (_, socket) => addresses.Enqueue(socket.Url);
        page.FrameNavigated += (_, frame) => addresses.Enqueue(frame.Url);
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (!isInspected && message.Type is ("error" or "warning")) complaints.Enqueue($"{page.Url}: {message.Text}");
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Every address that the browser asked for or showed.</summary>
    public IReadOnlyList<string> Addresses => [.. addresses];

    /// <summary>Every title that was noted.</summary>
    public IReadOnlyList<string> Titles => [.. titles];

    /// <summary>Errors and warnings of the console, breaches of the content security policy among them.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public static async Task<Visit> BeginAsync(IBrowser browser, Uri address)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = Width, Height = Height },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        await context.AddInitScriptAsync(ReportViolations);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>Lets an inspector work on the page. Axe and screenshots put styles of their own into it, which the page's policy refuses: that is theirs, not the page's.</summary>
    public async Task InspectAsync(Func<Task> inspect)
    {
        isInspected = true;
        try
        {
            await inspect();
        }
        finally
        {
            // What the page still had to say comes before the answer to a last question.
            await Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 50))");
            isInspected = false;
        }
    }

    /// <summary>Signs in as a person does, and waits for the home page.</summary>
    /// <param name="userName">Who.</param>
    /// <param name="code">Reads the token at the moment when the code is asked for.</param>
    /// <param name="atPage">Called at each of the two pages.</param>
    public async Task SignInAsync(string userName, Func<Task<string>> code, Func<string, Task>? atPage = null)
    {
        await Page.GotoAsync("sign-in");
        if (atPage is not null) await atPage("sign-in");
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByLabel("Password").FillAsync(DemoPerson.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Page.GetByLabel("6-digit code").WaitForAsync();
        if (atPage is not null) await atPage("code");
        await Page.GetByLabel("6-digit code").FillAsync(await code());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await HeadingAsync("Home");
    }

    public async Task SignOutAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await HeadingAsync("You have signed out");
    }

    /// <summary>Follows a link of the rail.</summary>
    public async Task FollowAsync(string link, string heading)
    {
        await Page.Locator("#cp-rail").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await HeadingAsync(heading);
    }

    /// <summary>Waits for the page with this heading. Interactive pages are not prerendered, so a heading that is there is alive.</summary>
    public async Task HeadingAsync(string heading)
    {
        try
        {
            await Page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new(heading) }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"No page '{heading}' came. {Page.Url} shows:\n{await Page.Locator("body").InnerTextAsync()}\n{string.Join('\n', complaints)}");
        }

        titles.Enqueue(await Page.TitleAsync());
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
