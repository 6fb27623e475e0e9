using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections;

/// <summary>Why a correction was not made.</summary>
public static class CorrectionErrors
{
    /// <summary>The record was opened for another purpose.</summary>
    public static readonly Error WrongPurpose = new("correction.purpose", "A record is corrected under the purpose of keeping data right. Change the purpose, and open the record again.");

    /// <summary>Another authority answers for the record.</summary>
    public static readonly Error NotResponsible = new("correction.not-responsible", "Only a data steward of the local authority that answers for this record may correct it. Ask that authority.");

    /// <summary>No reason was chosen.</summary>
    public static readonly Error NoReason = new("correction.no-reason", "Say how you know. Choose one of the reasons.");

    /// <summary>A name that cannot be one.</summary>
    public static readonly Error NameNotValid = new("correction.name", "Give a family name and a given name, in letters, at most 100 each.");

    /// <summary>A date that cannot be the child's.</summary>
    public static readonly Error BirthNotValid = new("correction.birth", "Give a date of birth that is not in the future, of somebody who is 25 or younger.");

    /// <summary>An address that cannot be one.</summary>
    public static readonly Error AddressNotValid = new("correction.address", "Give one to four address lines of at most 100 characters, and a whole postcode if there is one.");

    /// <summary>All is as it was.</summary>
    public static readonly Error NothingNew = new("correction.nothing-new", "The record says this already. Nothing was changed.");

    /// <summary>No such contradiction, or one out of reach.</summary>
    public static readonly Error NoSuchContradiction = new("correction.no-such", "This is not open any more. The source may agree by now, or somebody else has dealt with it. Go back to the list.");
}
