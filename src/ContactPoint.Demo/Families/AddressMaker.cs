using System.Globalization;
using ContactPoint.Demo.Country;
using ContactPoint.Directory.Children;

namespace ContactPoint.Demo.Families;

/// <summary>Addresses in real districts; street, number and the second half of the postcode are drawn.</summary>
internal sealed class AddressMaker(Random random)
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

    private static readonly string[] Streets =
        ["Alder", "Bank", "Barley", "Bridge", "Canal", "Castle", "Chapel", "Cherry", "Church", "Clarendon", "Coronation", "Dale", "Eccles", "Fern", "Garden", "Grange", "Green",
         "Hawthorn", "Hope", "Irwell", "Jubilee", "King", "Langley", "Lime", "Liverpool", "Maple", "Meadow", "Mill", "Moor", "Nelson", "New", "Northfield", "Orchard", "Park",
         "Pine", "Priory", "Queen", "Regent", "River", "Rose", "School", "Spring", "Station", "Sycamore", "Trafalgar", "Union", "Victoria", "Wellington", "Willow", "York"];

    private static readonly string[] Kinds = ["Street", "Road", "Avenue", "Lane", "Close", "Drive", "Grove", "Crescent", "Terrace", "Way"];

    public Address In(DemoAuthority authority)
    {
        var district = authority.Districts[random.Next(authority.Districts.Count)];
        var street = $"{random.Next(1, 180).ToString(CultureInfo.InvariantCulture)} {Pick(Streets)} {Pick(Kinds)}";
        string[] lines = random.Next(8) == 0 ? [$"Flat {random.Next(1, 40)}", street] : [street];
        return new Address(lines, district.Town, $"{district.Outward} {random.Next(1, 10)}{Letter()}{Letter()}");
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private char Letter() => InwardLetters[random.Next(InwardLetters.Length)];
}
