using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Children;

/// <summary>Reads whole records for a registered job.</summary>
public interface IChildReader
{
    /// <summary>One record for each child, in order; null where there is none.</summary>
    /// <param name="pass">The job.</param>
    /// <param name="children">At most 500.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<IReadOnlyList<ChildRecord?>> ReadAsync(JobPass pass, IReadOnlyList<ChildId> children, IUnitOfWork unit);

    /// <summary>The children who have, or once had, that identifier. More than one is a duplicate for a steward.</summary>
    /// <param name="pass">The job.</param>
    /// <param name="scheme">As in <see cref="IdentifierSchemes"/>.</param>
    /// <param name="value">Any form; one that fails its check finds nobody.</param>
    /// <param name="issuer">Whose numbering a local case id belongs to.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<IReadOnlyList<ChildId>> FindByIdentifierAsync(JobPass pass, string scheme, string value, Guid? issuer, IUnitOfWork unit);
}
