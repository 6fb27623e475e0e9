using Microsoft.AspNetCore.Components.Web;

namespace ContactPoint.Shell.Hosting;

/// <summary>The one render mode. Nothing is prerendered: a prerendered page would put what it shows into the document.</summary>
internal static class RenderModes
{
    public static InteractiveServerRenderMode Interactive { get; } = new(prerender: false);
}
