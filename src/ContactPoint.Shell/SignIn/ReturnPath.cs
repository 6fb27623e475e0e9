using Microsoft.AspNetCore.Components.Endpoints;

namespace ContactPoint.Shell.SignIn;

/// <summary>Where sign-in may lead afterwards: a page of this host, by its path alone. The list is that of the mapped pages (ASVS 3.7.2).</summary>
internal sealed class ReturnPath(EndpointDataSource endpoints)
{
    private const int MostCharacters = 200;

    private readonly Lazy<HashSet<string>> firstSegments = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        .Select(endpoint => FirstSegment("/" + endpoint.RoutePattern.RawText?.TrimStart('/')))
        .Where(segment => !segment.Contains('{', StringComparison.Ordinal))]);

    /// <summary>The path when it may be used, or null.</summary>
    public string? Allowed(string? path)
    {
        if (path is not { Length: > 0 and <= MostCharacters } || path[0] != '/' || !path.All(IsPlain) || path.Contains("//", StringComparison.Ordinal) || path.Contains("..", StringComparison.Ordinal))
            return null;
        return firstSegments.Value.Contains(FirstSegment(path)) ? path : null;
    }

    // Nothing that a browser or a server could read as another host, a query, a header or a step upwards.
    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.';

    private static string FirstSegment(string path) => path.Split('/')[1];
}
