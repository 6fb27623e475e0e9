using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Modules.Education.Registers;

/// <summary>
/// The establishments of England as the Department for Education publishes them (docs/feeds-establishments.md): the file <c>edubasealldata</c> of "Get information about
/// schools". Of its 150 columns those that say who a place is, whose, whether it is open and how to reach it are read.
/// </summary>
public static class EstablishmentsRegister
{
    /// <summary>The format.</summary>
    public static FeedFormat Format { get; } = new()
    {
        Key = "education.establishments",
        Name = "Establishments register (GIAS)",
        Subject = FeedSubject.Organisations,
        Supplier = OrganisationKind.School,
        Origin = SourceKind.OrganisationRegister,
        Effect = new FeedEffect("education.school"),
        Encoding = FeedEncoding.Windows1252,
        DateForms = ["dd-MM-yyyy", "dd/MM/yyyy", "yyyy-MM-dd"],
        Columns =
        [
            new("URN", FeedField.RegisterNumber),
            new("LA (code)", FeedField.AuthorityNumber),
            new("EstablishmentName", FeedField.OrganisationName),
            new("EstablishmentStatus (name)", FeedField.OrganisationStatus),
            new("OpenDate", FeedField.OpenedOn),
            new("CloseDate", FeedField.ClosedOn),
            new("Street", FeedField.AddressLine1),
            new("Locality", FeedField.AddressLine2),
            new("Address3", FeedField.AddressLine3),
            new("Town", FeedField.Town),
            new("County (name)", FeedField.AddressLine4),
            new("Postcode", FeedField.Postcode),
            new("TelephoneNum", FeedField.OrganisationPhone),
        ],
    };
}
