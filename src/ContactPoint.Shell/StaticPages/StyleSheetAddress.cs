using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace ContactPoint.Shell.StaticPages;

/// <summary>
/// The fingerprinted address of the static pages' style sheet. <c>@Assets</c> knows it only on routes of routable components, so it is
/// taken from one of those.
/// </summary>
internal sealed class StyleSheetAddress(EndpointDataSource endpoints)
{
    private readonly Lazy<string> address = new(() => "/" + (endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>())
        .FirstOrDefault(assets => assets is not null)?["static.css"] ?? "static.css"));

    public string Value => address.Value;
}
