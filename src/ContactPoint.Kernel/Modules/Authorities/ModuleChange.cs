using System.Text.Json;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>A change of what an authority set; also what a proposal carries.</summary>
internal sealed record ModuleChange(string Authority, string Name, string Before, string After)
{
    public string Written() => JsonSerializer.Serialize(this);

    public static ModuleChange? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<ModuleChange>(payload);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
