using System.Net;
using System.Text.RegularExpressions;
using ContactPoint.Load.Circuits;
using ContactPoint.Shell.SignIn;
using ContactPoint.Testing;

namespace ContactPoint.Shell.Tests.Hosting;

/// <summary>Keeps cookies, fetches pages, fills in forms. Follows no redirect, so that each answer can be looked at.</summary>
public sealed partial class Browser : IVisitor, IDisposable
{
    private readonly HttpClient client;

    private readonly string? hostName;

    /// <summary>A browser.</summary>
    /// <param name="address">Where the host listens.</param>
    /// <param name="hostName">The name that it is asked by; its address if null.</param>
    public Browser(Uri address, string? hostName = null)
    {
        Address = address;
        this.hostName = hostName;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        })
        { BaseAddress = address };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public string Origin => hostName is null ? Address.GetLeftPart(UriPartial.Authority) : $"https://{hostName}";

    public string? CookieHeader => Cookies.GetCookieHeader(Address);

    /// <summary>The session's token, as the cookie carries it.</summary>
    public string? Token => Cookies.GetCookies(Address)[SessionCookie.Session]?.Value;

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, IReadOnlyDictionary<string, string>? form = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, form is null ? null : new FormUrlEncodedContent(form), headers);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, content, headers);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Opens the page that holds the form and posts it with its hidden fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        var form = HiddenField().Matches(html).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in fields)
            form[name] = value;
        return await SendAsync(HttpMethod.Post, action, form);
    }

    public Task<HttpResponseMessage> PasswordAsync(string userName, string password, string page = "/sign-in") =>
        SubmitAsync(page, "/sign-in", ("user-name", userName), ("password", password));

    public Task<HttpResponseMessage> CodeAsync(string code, string page = "/sign-in/code") => SubmitAsync(page, "/sign-in/code", ("code", code));

    public async Task<HttpResponseMessage> SignInAsync(TestUser user, string code)
    {
        ArgumentNullException.ThrowIfNull(user);
        await PasswordAsync(user.UserName, user.Password);
        return await CodeAsync(code);
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Host = hostName;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" */?>""")]
    private static partial Regex HiddenField();
}
