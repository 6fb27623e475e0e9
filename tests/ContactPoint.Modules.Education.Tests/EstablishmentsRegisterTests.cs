using ContactPoint.Modules.Education.Registers;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>What the module declares of the establishments register.</summary>
public sealed class EstablishmentsRegisterTests
{
    [Fact]
    [Trait("Rule", "MOD-1")]
    [Trait("Rule", "FED-1")]
    public void TheFormat_IsARegisterOfSchoolsInWindows1252() => (EstablishmentsRegister.Format.Subject, EstablishmentsRegister.Format.Supplier, EstablishmentsRegister.Format.Encoding, EstablishmentsRegister.Format.Effect.Service)
        .ShouldBe((FeedSubject.Organisations, OrganisationKind.School, FeedEncoding.Windows1252, "education.school"));

    // Heads' names stand in the file; no column of the format says them.
    [Fact]
    [Trait("Rule", "MOD-4")]
    [Trait("Rule", "REC-1")]
    public void TheRegister_ReadsNobodysName() => EstablishmentsRegister.Format.Columns.Select(column => column.Field).ShouldBe(
        [
            FeedField.RegisterNumber, FeedField.AuthorityNumber, FeedField.OrganisationName, FeedField.OrganisationStatus, FeedField.OpenedOn, FeedField.ClosedOn, FeedField.AddressLine1,
            FeedField.AddressLine2, FeedField.AddressLine3, FeedField.Town, FeedField.AddressLine4, FeedField.Postcode, FeedField.OrganisationPhone,
        ], ignoreOrder: true);
}
