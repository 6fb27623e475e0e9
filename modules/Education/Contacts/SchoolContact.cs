namespace ContactPoint.Modules.Education.Contacts;

/// <summary>A person at a school and how to reach them.</summary>
/// <param name="Name">Name as shown; at most 100 characters.</param>
/// <param name="Phone">Telephone; at most 40.</param>
/// <param name="Email">E-mail; at most 254.</param>
/// <param name="Availability">When best reached: the one free line, at most 120 (REC-1).</param>
public sealed record SchoolContact(string Name, string? Phone, string? Email, string? Availability)
{
    /// <summary>The most characters of <see cref="Availability"/>.</summary>
    public const int LongestAvailability = 120;

    /// <summary>Redacted.</summary>
    public override string ToString() => "contact";
}

/// <summary>A function of a school and who holds it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Version">The version; 0 while nobody is named.</param>
/// <param name="Contact">The person; null while nobody is named, or where the entry does not open.</param>
public sealed record ContactEntry(SchoolFunction Function, long Version, SchoolContact? Contact);
