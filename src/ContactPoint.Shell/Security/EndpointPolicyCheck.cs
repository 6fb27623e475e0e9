using Microsoft.AspNetCore.Authorization;

namespace ContactPoint.Shell.Security;

/// <summary>
/// The third net: the host does not start while an endpoint or a page says nothing about who may reach it. The closed fallback policy
/// would refuse strangers there; whoever added it still has to say so.
/// </summary>
internal static class EndpointPolicyCheck
{
    /// <summary>Looks at every endpoint that was mapped.</summary>
    /// <exception cref="InvalidOperationException">Some carry neither a policy nor a word that anybody may come; the message names them.</exception>
    public static void Run(IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.DataSources.SelectMany(source => source.Endpoints).Where(endpoint => !SaysWho(endpoint)).Select(endpoint => endpoint.DisplayName).ToArray();
        if (open.Length > 0)
            throw new InvalidOperationException($"No policy is stated for: {string.Join("; ", open)}. Add [Authorize] or [AllowAnonymous].");
    }

    private static bool SaysWho(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
}
