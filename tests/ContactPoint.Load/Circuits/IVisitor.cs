using System.Net.Http;

namespace ContactPoint.Load.Circuits;

/// <summary>Who opens a circuit: where, and with which cookies.</summary>
public interface IVisitor
{
    /// <summary>Where the host listens.</summary>
    Uri Address { get; }

    /// <summary>What a browser sends as <c>Origin</c>.</summary>
    string Origin { get; }

    /// <summary>The cookies, as the header carries them; null for none.</summary>
    string? CookieHeader { get; }

    /// <summary>Fetches a page.</summary>
    Task<HttpResponseMessage> GetAsync(string path);
}
