using ContactPoint.Synthetic.Families;

namespace ContactPoint.Synthetic.Queries;

/// <summary>A query as somebody would type it, with the child who is meant.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Class">What is wrong with it.</param>
/// <param name="Forename">Null when not given.</param>
/// <param name="Surname">Null when not given.</param>
/// <param name="DateOfBirth">Null when not given.</param>
/// <param name="Age">At <see cref="SyntheticCountry.Reference"/>; null when not given.</param>
/// <param name="IsGirl">Null when not given.</param>
/// <param name="Postcode">An outward code alone, or null.</param>
/// <param name="Truth">The child.</param>
public sealed record SyntheticQuery(
    long Number, QueryClass Class, string? Forename, string? Surname, DateOnly? DateOfBirth, int? Age, bool? IsGirl, string? Postcode, SyntheticChild Truth)
{
    /// <summary>The name of the class in files: <c>surname-typo</c>.</summary>
    public string ClassName => NameOf(Class);

    /// <summary>The name of a class in files.</summary>
    /// <param name="kind">The class.</param>
    public static string NameOf(QueryClass kind) =>
        string.Concat(kind.ToString().Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <inheritdoc/>
    public override string ToString() => $"synthetic query {Number}";
}
