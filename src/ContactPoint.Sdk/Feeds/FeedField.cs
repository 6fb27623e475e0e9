namespace ContactPoint.Sdk.Feeds;

/// <summary>
/// All that a file may say about a child, or of a body that works with children: a closed list, so that no format brings case data in (REC-1, MOD-4). A column that
/// stands for none of these is passed over and never kept.
/// </summary>
public enum FeedField
{
    /// <summary>Unique pupil number: a letter, eleven digits, a digit or letter; its check letter must fit.</summary>
    UniquePupilNumber = 1,

    /// <summary>The pupil number before; it stays as an alias.</summary>
    FormerUniquePupilNumber = 2,

    /// <summary>Family name. Every format has it.</summary>
    FamilyName = 10,

    /// <summary>Given name. Every format has it.</summary>
    GivenName = 11,

    /// <summary>Middle names.</summary>
    MiddleNames = 12,

    /// <summary>The family name that the child goes by.</summary>
    PreferredFamilyName = 13,

    /// <summary>The given name that the child goes by.</summary>
    PreferredGivenName = 14,

    /// <summary>A family name borne before.</summary>
    FormerFamilyName = 15,

    /// <summary>M, F, or X or U for not specified.</summary>
    Gender = 20,

    /// <summary>Date of birth. Every format has it.</summary>
    DateOfBirth = 21,

    /// <summary>First line of the address; three more follow.</summary>
    AddressLine1 = 30,

    /// <summary>Second line of the address.</summary>
    AddressLine2 = 31,

    /// <summary>Third line of the address.</summary>
    AddressLine3 = 32,

    /// <summary>Fourth line of the address.</summary>
    AddressLine4 = 33,

    /// <summary>Post town.</summary>
    Town = 34,

    /// <summary>Postcode.</summary>
    Postcode = 35,

    /// <summary>First day with the supplier; blank takes the day of the file.</summary>
    Start = 40,

    /// <summary>Last day with the supplier; blank while it lasts.</summary>
    End = 41,

    /// <summary>Family name of the first person with parental responsibility or care; seven fields a person, ten numbers apart.</summary>
    Contact1FamilyName = 100,

    /// <summary>Given name of the first person.</summary>
    Contact1GivenName = 101,

    /// <summary>Relationship of the first person.</summary>
    Contact1Relationship = 102,

    /// <summary>Whether the first person has parental responsibility.</summary>
    Contact1ParentalResponsibility = 103,

    /// <summary>Whether the child lives with the first person.</summary>
    Contact1LivesWithChild = 104,

    /// <summary>Telephone of the first person.</summary>
    Contact1Phone = 105,

    /// <summary>E-mail of the first person.</summary>
    Contact1Email = 106,

    /// <summary>Family name of the second person.</summary>
    Contact2FamilyName = 110,

    /// <summary>Given name of the second person.</summary>
    Contact2GivenName = 111,

    /// <summary>Relationship of the second person.</summary>
    Contact2Relationship = 112,

    /// <summary>Whether the second person has parental responsibility.</summary>
    Contact2ParentalResponsibility = 113,

    /// <summary>Whether the child lives with the second person.</summary>
    Contact2LivesWithChild = 114,

    /// <summary>Telephone of the second person.</summary>
    Contact2Phone = 115,

    /// <summary>E-mail of the second person.</summary>
    Contact2Email = 116,

    /// <summary>Family name of the third person.</summary>
    Contact3FamilyName = 120,

    /// <summary>Given name of the third person.</summary>
    Contact3GivenName = 121,

    /// <summary>Relationship of the third person.</summary>
    Contact3Relationship = 122,

    /// <summary>Whether the third person has parental responsibility.</summary>
    Contact3ParentalResponsibility = 123,

    /// <summary>Whether the child lives with the third person.</summary>
    Contact3LivesWithChild = 124,

    /// <summary>Telephone of the third person.</summary>
    Contact3Phone = 125,

    /// <summary>E-mail of the third person.</summary>
    Contact3Email = 126,

    /// <summary>A body's number in the register: digits, or letters and digits. Every register has it.</summary>
    RegisterNumber = 200,

    /// <summary>A body's name. Every register has it.</summary>
    OrganisationName = 201,

    /// <summary>The three-digit number of a body's local authority. Every register has it.</summary>
    AuthorityNumber = 202,

    /// <summary>Open; Closed; Open, but proposed to close; Proposed to open. Every register has it.</summary>
    OrganisationStatus = 203,

    /// <summary>The day on which a body opened or will open.</summary>
    OpenedOn = 204,

    /// <summary>The day on which a body closed or will close.</summary>
    ClosedOn = 205,

    /// <summary>A body's telephone; one that lost its leading nought gets it back.</summary>
    OrganisationPhone = 206,
}
