using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>What kind of name a row of the index carries.</summary>
public enum NameKind : byte
{
    /// <summary>The name of the record.</summary>
    Registered = 0,

    /// <summary>The name the child goes by.</summary>
    Preferred = 1,

    /// <summary>A name the child had.</summary>
    Former = 2,

    /// <summary>Another name the child is known by.</summary>
    Alias = 3,
}

/// <summary>A further name of a child. A part that is null is taken from the registered name.</summary>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Family">Family name, or null.</param>
/// <param name="Given">Given name, or null.</param>
public sealed record IndexName(NameKind Kind, string? Family, string? Given);

/// <summary>A child as the index holds it.</summary>
public sealed record IndexRecord
{
    /// <summary>The child's internal id. Random: it alone orders equal scores, so that order tells nothing.</summary>
    public required Guid Key { get; init; }

    /// <summary>Family name as written.</summary>
    public string? Family { get; init; }

    /// <summary>Given name as written.</summary>
    public string? Given { get; init; }

    /// <summary>Middle names as written.</summary>
    public string? Middle { get; init; }

    /// <summary>Date of birth; a date outside <see cref="Dates.DateVariants.FirstYear"/>-<see cref="Dates.DateVariants.LastYear"/> counts as not known.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>Gender.</summary>
    public RecordedGender Gender { get; init; }

    /// <summary>Postcode, or null.</summary>
    public Postcode? Postcode { get; init; }

    /// <summary>Preferred, former and other names.</summary>
    public IReadOnlyList<IndexName> OtherNames { get; init; } = [];
}
