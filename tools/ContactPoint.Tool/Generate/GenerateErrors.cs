using ContactPoint.Sdk.Results;

namespace ContactPoint.Tool.Generate;

/// <summary>Why nothing is generated.</summary>
internal static class GenerateErrors
{
    public static readonly Error OneOf = new("generate.where", "Say where: --out DIR for files, or --into-database for the database of --data.");

    public static readonly Error NotEmpty = new("generate.not-empty",
        "This database holds children or organisations already. A synthetic country is loaded into an empty one: choose another data directory.");

    public static Error OtherLoad(string place) => new("generate.other-load",
        $"A load of another country is not finished here (version, seed, children, next: {place}). Finish it with its own seed and number, or choose another data directory.");
}
