using System.Net.Http;

namespace ContactPoint.Load.Circuits;

/// <summary>One of many visitors: its cookie is its own, the connections for documents are shared, as a proxy in front of the host would share them.</summary>
public sealed class Visitor(Uri address, string? cookie) : IVisitor
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 32,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    });

    public Uri Address => address;

    public string Origin => address.GetLeftPart(UriPartial.Authority);

    public string? CookieHeader => cookie;

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Encoding", "identity");
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await Client.SendAsync(request);
    }
}
