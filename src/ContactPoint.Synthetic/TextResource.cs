namespace ContactPoint.Synthetic;

/// <summary>A list that ships inside the assembly: lines without comments.</summary>
internal static class TextResource
{
    public static List<string> Lines(string resource)
    {
        using var stream = typeof(TextResource).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
