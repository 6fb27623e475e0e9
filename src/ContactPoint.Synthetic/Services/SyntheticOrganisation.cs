using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Services;

/// <summary>An invented body that works with children.</summary>
/// <param name="Number">From 0, over the whole country.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Authority">Where.</param>
/// <param name="Name">Its name.</param>
/// <param name="RegisterCode">A number of its sector's form that no register holds; null for services of an authority.</param>
public sealed record SyntheticOrganisation(int Number, ServiceKind Kind, Authority Authority, string Name, string? RegisterCode);

/// <summary>An invented person who works with children.</summary>
/// <param name="Number">From 0, over the whole country.</param>
/// <param name="Organisation">The number of the organisation.</param>
/// <param name="Name">Forename and surname.</param>
/// <param name="Role">What the person does.</param>
public sealed record SyntheticPractitioner(int Number, int Organisation, string Name, ServiceRole Role);

/// <summary>That an organisation works with a child.</summary>
/// <param name="Role">Which service.</param>
/// <param name="Organisation">The number of the organisation.</param>
/// <param name="Practitioner">The number of the practitioner; null for a team.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; null while it lasts.</param>
public sealed record SyntheticInvolvement(ServiceRole Role, int Organisation, int? Practitioner, DateOnly Start, DateOnly? End);

/// <summary>What an organisation is.</summary>
public enum ServiceKind
{
    /// <summary>The council itself.</summary>
    Council = 0,

    /// <summary>Children's social care.</summary>
    SocialCare = 1,

    /// <summary>Family support.</summary>
    FamilySupport = 2,

    /// <summary>School nurses and health visitors.</summary>
    SchoolHealth = 3,

    /// <summary>Youth justice.</summary>
    YouthJustice = 4,

    /// <summary>A voluntary organisation.</summary>
    Voluntary = 5,

    /// <summary>A primary school.</summary>
    Primary = 6,

    /// <summary>A secondary school.</summary>
    Secondary = 7,

    /// <summary>A general practice.</summary>
    Practice = 8,
}

/// <summary>The services that the country has.</summary>
public enum ServiceRole
{
    /// <summary>School placement.</summary>
    School = 1,

    /// <summary>Registration with a practice.</summary>
    GeneralPractice = 2,

    /// <summary>Health visitor.</summary>
    HealthVisitor = 3,

    /// <summary>School nurse.</summary>
    SchoolNurse = 4,

    /// <summary>Special educational needs co-ordinator.</summary>
    SpecialNeeds = 5,

    /// <summary>Social worker.</summary>
    SocialWorker = 6,

    /// <summary>Family support worker.</summary>
    FamilySupport = 7,

    /// <summary>Youth justice worker.</summary>
    YouthJustice = 8,

    /// <summary>Project worker of a voluntary organisation.</summary>
    Voluntary = 9,
}
