using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Directory.Organisations;

/// <summary>Organisations and practitioners: facts of services, of no child.</summary>
public interface IOrganisationDirectory
{
    /// <summary>One organisation; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<Organisation?> FindAsync(Guid id, IUnitOfWork unit);

    /// <summary>The organisation of a kind with that number in its sector's register; null when there is none.</summary>
    /// <param name="kind">School for a URN, general practice for an ODS code.</param>
    /// <param name="registerCode">The number.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<Organisation?> FindByRegisterCodeAsync(OrganisationKind kind, string registerCode, IUnitOfWork unit);

    /// <summary>Every organisation of a kind, by name.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<IReadOnlyList<Organisation>> ListAsync(OrganisationKind kind, IUnitOfWork unit);

    /// <summary>Every organisation of a kind in a local authority, by name.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<IReadOnlyList<Organisation>> ListAsync(OrganisationKind kind, LocalAuthorityCode authority, IUnitOfWork unit);

    /// <summary>One practitioner; null when there is none or the entry does not open.</summary>
    /// <param name="id">Their id.</param>
    /// <param name="unit">Where to read.</param>
    ValueTask<Practitioner?> FindPractitionerAsync(Guid id, IUnitOfWork unit);

    /// <summary>Adds or replaces an organisation.</summary>
    /// <param name="pass">The job that does it: one that adds organisations or makes synthetic ones; of any other it is an error in the code.</param>
    /// <param name="organisation">The organisation.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask SaveAsync(JobPass pass, Organisation organisation, IUnitOfWork unit);

    /// <summary>Adds or replaces a practitioner.</summary>
    /// <param name="pass">The job that does it.</param>
    /// <param name="practitioner">The practitioner.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask SaveAsync(JobPass pass, Practitioner practitioner, IUnitOfWork unit);
}
