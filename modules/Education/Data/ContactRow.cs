using ContactPoint.Modules.Education.Contacts;

namespace ContactPoint.Modules.Education.Data;

/// <summary>Who holds a function at a school. The person's own data is sealed, as the directory seals a practitioner's.</summary>
public sealed class ContactRow
{
    /// <summary>Its id; what it is sealed for.</summary>
    public Guid ContactId { get; set; }

    /// <summary>The school.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>The function; one person each.</summary>
    public SchoolFunction Function { get; set; }

    /// <summary>Name, telephone, e-mail, availability.</summary>
    public required byte[] ContactSealed { get; set; }

    /// <summary>Counts up with every change.</summary>
    public long Version { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
