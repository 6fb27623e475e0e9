using System.Globalization;

namespace ContactPoint.Demo.Country;

/// <summary>Telephone numbers from the ranges that Ofcom keeps for drama, and addresses that no mail reaches (RFC 2606).</summary>
internal static class Contacts
{
    private const int Range = 1_000;

    public static string Office(DemoAuthority authority, int number) =>
        authority.PhoneStem + (number % Range).ToString("D3", CultureInfo.InvariantCulture);

    public static string Mobile(int number) => "07700 900" + (number % Range).ToString("D3", CultureInfo.InvariantCulture);

    public static string Email(string name, string organisation) => $"{Slugs.Of(name).Replace('-', '.')}@{Slugs.Of(organisation)}.example";
}
