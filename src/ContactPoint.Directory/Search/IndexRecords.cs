using System.Buffers.Binary;
using System.Globalization;
using ContactPoint.Directory.Children;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Search;

/// <summary>Turns an unsealed record into what is indexed and compared. One place, so that index and re-check never differ.</summary>
internal static class IndexRecords
{
    /// <summary>All that may be searched by.</summary>
    public static IndexRecord Whole(Guid child, IdentityDocument identity, Whereabouts? whereabouts) => Masked(child, identity) with
    {
        Postcode = PostcodeOf(whereabouts),
        OtherNames = [.. identity.OtherNames.Select(other => new IndexName(
            other.Value.Kind == OtherNameKind.Preferred ? NameKind.Preferred : NameKind.Former, other.Value.Name.Family, other.Value.Name.Given))],
    };

    /// <summary>What a mask leaves (SHD-2, SEA-5): current names, gender, date of birth.</summary>
    public static IndexRecord Masked(Guid child, IdentityDocument identity) => new()
    {
        Key = child,
        Family = identity.Name.Value.Family,
        Given = identity.Name.Value.Given,
        Middle = identity.Name.Value.Middle,
        DateOfBirth = identity.DateOfBirth.Value,
        Gender = Of(identity.Gender.Value),
    };

    public static RecordedGender Of(Gender? gender) => gender switch
    {
        Gender.Female => RecordedGender.Female,
        Gender.Male => RecordedGender.Male,
        _ => RecordedGender.NotSpecified,
    };

    private static Postcode? PostcodeOf(Whereabouts? whereabouts)
    {
        var address = whereabouts switch { CurrentAddress current => current.Address, LastKnownAddress last => last.Address, _ => null };
        return Postcode.TryParse(address?.Postcode, out var postcode, out _) ? postcode : null;
    }
}
