namespace ContactPoint.Demo.Country;

/// <summary>The schools of each authority: name, youngest and oldest age. None of them is real.</summary>
internal static class SchoolNames
{
    public const string StLukes = "St Luke's Church of England School";

    private const int Nursery = 3;
    private const int EndOfPrimary = 10;
    private const int Secondary = 11;
    private const int Sixteen = 15;
    private const int Eighteen = 17;

    public static IReadOnlyList<(string Name, int From, int To)> Of(DemoAuthority authority) => authority.Code.Value switch
    {
        "355" =>
        [
            (StLukes, Nursery, Sixteen), ("Irwell Bank Primary School", Nursery, EndOfPrimary), ("Barton Moss Primary School", Nursery, EndOfPrimary),
            ("Kersal Dale Primary School", Nursery, EndOfPrimary), ("Quay Side Academy", Secondary, Eighteen), ("Worsley Brook High School", Secondary, Sixteen),
            ("The Lowry Road Centre", Secondary, Sixteen),
        ],
        "352" => Four("Ancoats Lock", "Platt Fields", "Harpurhey Lane", "Moston Park High School"),
        "350" => Four("Rivington View", "Tonge Bridge", "Deane Clough", "Halliwell Academy"),
        "383" => Four("Meanwood Beck", "Harehills Grove", "Beeston Rise", "Roundhay Gate School"),
        "330" => Four("Alum Rock Road", "Kings Heath Vale", "Cofton Green", "Sparkhill Academy"),
        "801" => Four("Bedminster Down", "Easton Way", "Horfield Chase", "Severn Vale School"),
        "391" => Four("Gosforth Dene", "Elswick Street", "Walker Riverside", "Tyne Quay Academy"),
        "204" => [("Clapton Pond Primary School", Nursery, EndOfPrimary), ("Marsh Lane Primary School", Nursery, EndOfPrimary), ("Lea Bridge Academy", Secondary, Eighteen)],
        "908" => [("Carn Brea Primary School", Nursery, EndOfPrimary), ("Penmorva Primary School", Nursery, EndOfPrimary), ("Trevithick Academy", Secondary, Eighteen)],
        _ => [("Broadland Primary School", Nursery, EndOfPrimary), ("Wensum Bank Primary School", Nursery, EndOfPrimary), ("Breckland High School", Secondary, Eighteen)],
    };

    private static (string, int, int)[] Four(string first, string second, string third, string high) =>
    [
        (first + " Primary School", Nursery, EndOfPrimary), (second + " Primary School", Nursery, EndOfPrimary), (third + " Primary School", Nursery, EndOfPrimary),
        (high, Secondary, Eighteen),
    ];
}
