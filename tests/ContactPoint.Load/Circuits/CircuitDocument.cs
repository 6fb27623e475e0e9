using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContactPoint.Load.Circuits;

/// <summary>What the document says about its circuit: a marker for each root component, and the sealed state of the page.</summary>
public sealed partial class CircuitDocument
{
    public CircuitDocument(string html)
    {
        var operations = Marker().Matches(html).Select((marker, index) => new
        {
            type = "add",
            ssrComponentId = index + 1,
            marker = JsonSerializer.Deserialize<JsonElement>(WebUtility.HtmlDecode(marker.Groups[1].Value)),
        });
        Operations = JsonSerializer.Serialize(new { batchId = 1, operations });
        State = StateComment().Match(html) is { Success: true } match ? match.Groups[1].Value : "";
    }

    /// <summary>The call that adds the root components.</summary>
    public string Operations { get; }

    public string State { get; }

    /// <summary>The number of the .NET object that a call hands to the page's script; events go there.</summary>
    public static string ObjectIn(string arguments) => Reference().Match(arguments) is { Success: true } match ? match.Groups[1].Value : "1";

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex StateComment();

    [GeneratedRegex("\"__dotNetObject\":(\\d+)")]
    private static partial Regex Reference();
}
