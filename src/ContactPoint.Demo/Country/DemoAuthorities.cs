using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Country;

/// <summary>The authorities of the demo. Salford comes first: the story is set there.</summary>
internal static class DemoAuthorities
{
    public static DemoAuthority Salford { get; } = Make(
        "355", "Salford", 30, "0161 496 0", "M5 Salford|M6 Salford|M7 Salford|M27 Manchester|M28 Manchester|M30 Manchester|M38 Manchester|M44 Manchester");

    public static IReadOnlyList<DemoAuthority> All { get; } =
    [
        Salford,
        Make("352", "Manchester", 12, "0161 496 0", "M8 Manchester|M9 Manchester|M13 Manchester|M14 Manchester|M20 Manchester|M40 Manchester"),
        Make("350", "Bolton", 8, "01632 960", "BL1 Bolton|BL2 Bolton|BL3 Bolton|BL5 Bolton"),
        Make("383", "Leeds", 11, "0113 496 0", "LS6 Leeds|LS8 Leeds|LS11 Leeds|LS14 Leeds|LS17 Leeds"),
        Make("330", "Birmingham", 11, "0121 496 0", "B8 Birmingham|B11 Birmingham|B14 Birmingham|B29 Birmingham|B44 Birmingham"),
        Make("801", "Bristol", 7, "0117 496 0", "BS3 Bristol|BS5 Bristol|BS7 Bristol|BS13 Bristol"),
        Make("391", "Newcastle upon Tyne", 6, "0191 498 0", "NE3 Newcastle upon Tyne|NE4 Newcastle upon Tyne|NE6 Newcastle upon Tyne"),
        Make("204", "Hackney", 6, "020 7946 0", "E5 London|E8 London|E9 London|N16 London"),
        Make("908", "Cornwall", 5, "01632 960", "TR1 Truro|TR14 Camborne|TR15 Redruth|PL25 St Austell"),
        Make("926", "Norfolk", 4, "01632 960", "NR3 Norwich|NR30 Great Yarmouth|PE30 King's Lynn|IP24 Thetford"),
    ];

    private static DemoAuthority Make(string code, string name, int share, string phoneStem, string districts) => new(
        new LocalAuthorityCode(code), name, share, phoneStem,
        [.. districts.Split('|').Select(text => text.Split(' ', 2)).Select(parts => new District(parts[0], parts[1]))]);
}
