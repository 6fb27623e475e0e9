using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Modules;

/// <summary>A part of a child's record that a module owns. The gate grants or withholds it under all its rules; of a shielded child it is withheld in silence.</summary>
public sealed record RecordPartDescriptor
{
    /// <summary>Its key, under the module's: <c>education.contacts</c>. At most 60 characters. Stands in audit entries: never give it another meaning.</summary>
    public required PartKey Part { get; init; }

    /// <summary>Its heading on the record, and its name where it is withheld or missing; at most 40 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Where it comes among the modules' parts, which follow those of the core: the lower the earlier.</summary>
    public required int Order { get; init; }

    /// <summary>The agency whose accent its heading carries.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The agencies whose people may see it; null for all. Others are told that it is withheld.</summary>
    public IReadOnlySet<Agency>? Agencies { get; init; }

    /// <summary>The purposes that it may be seen for.</summary>
    public required IReadOnlySet<Purpose> Purposes { get; init; }
}
