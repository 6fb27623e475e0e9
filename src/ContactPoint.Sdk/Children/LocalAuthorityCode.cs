using System.Diagnostics.CodeAnalysis;

namespace ContactPoint.Sdk.Children;

/// <summary>A local authority of England by its three-digit number of the Department for Education (201 to 941).</summary>
/// <param name="Value">Three digits.</param>
public readonly record struct LocalAuthorityCode(string Value)
{
    /// <summary>Reads three digits.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="code">The code.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out LocalAuthorityCode code)
    {
        var valid = text is { Length: 3 } && text.All(char.IsAsciiDigit);
        code = valid ? new LocalAuthorityCode(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
