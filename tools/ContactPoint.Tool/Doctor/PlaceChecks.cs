using System.Globalization;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Doctor;

/// <summary>What can be told without opening the database: folder, disk, key ring.</summary>
internal static class PlaceChecks
{
    private const long LowSpace = 2L << 30;
    private const long NoSpace = 200L << 20;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> Run(DataPlace place)
    {
        if (!System.IO.Directory.Exists(place.Directory))
        {
            yield return Finding.Bad("data-directory", $"There is no folder {place.Directory}.", "Check --data, or run 'contactpoint migrate --create-keys' for a new installation.");
            yield break;
        }

        yield return Finding.Good("data-directory", place.Directory);
        yield return Disk(place);
        yield return Keys(place);
    }

    private static Finding Disk(DataPlace place)
    {
        var free = new DriveInfo(place.Directory).AvailableFreeSpace;
        var says = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):F1} GB free");
        return free switch
        {
            < NoSpace => Finding.Bad("disk", says, "Make room now: without room no audit entry can be written, and then nobody sees anything."),
            < LowSpace => Finding.Warning("disk", says, "Make room or move the data directory."),
            _ => Finding.Good("disk", says),
        };
    }

    private static Finding Keys(DataPlace place)
    {
        const string check = "key-ring";
        if (!place.HasKeys) return Finding.Bad(check, $"The key ring is missing from {place.Keys}.", "Restore it from its backup; for a new installation run 'contactpoint migrate --create-keys'.");
        var files = System.IO.Directory.GetFiles(place.Keys, "*.key");
        string[] needed = ["lookup", "mac", "handles", "ledger-signing"];
        var missing = needed.Where(name => !files.Contains(Path.Combine(place.Keys, name + ".key"))).ToList();
        if (!files.Any(file => Path.GetFileName(file).StartsWith("seal-", StringComparison.Ordinal))) missing.Add("seal-*");
        if (missing.Count > 0) return Finding.Bad(check, $"Keys are missing: {string.Join(", ", missing)}.", "Restore the whole key ring from its backup.");
        if (OperatingSystem.IsWindows()) return Finding.Good(check, $"{files.Length} keys");
        var open = files.Where(IsOpen).Select(Path.GetFileName).ToList();
        return open.Count == 0
            ? Finding.Good(check, $"{files.Length} keys, readable by their owner alone")
            : Finding.Bad(check, $"Others can read: {string.Join(", ", open)}.", $"Run: chmod 600 {place.Keys}/*.key. Then rotate the keys: somebody may have copied them.");
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool IsOpen(string file) => (File.GetUnixFileMode(file) & Others) != 0;
}
