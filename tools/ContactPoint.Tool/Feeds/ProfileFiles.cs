using System.CommandLine;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Profiles;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Feeds;

/// <summary>What the commands on files share: formats of modules, and profiles that an operator wrote.</summary>
internal static class ProfileFiles
{
    public static Option<FileInfo> Option() => new("--profile-file") { Description = "A profile that you wrote as JSON, for an export that no profile fits. Needs --format.", HelpName = "FILE" };

    /// <summary>The formats that modules bring.</summary>
    public static List<FeedFormat> Formats(ModuleCatalogue modules) => [.. modules.Ready.SelectMany(module => module.Feeds)];

    /// <summary>The profile of a file; none where no file is named.</summary>
    public static Result<OwnProfile?> Read(FileInfo? file, string? format, string? profile, ModuleCatalogue modules)
    {
        if (file is null) return (OwnProfile?)null;
        if (profile is not null) return Both;
        if (!file.Exists) return ToolErrors.NoFile(file.FullName);
        if (Formats(modules).Find(known => known.Key == format) is not { } found) return format is null ? FeedErrors.FormatNeeded : FeedErrors.UnknownFormat;
        if (file.Length > OwnProfileFile.MostBytes) return OwnProfileFile.TooLong;
        var read = OwnProfileFile.Read(File.ReadAllBytes(file.FullName), found);
        return read.Succeeded ? (OwnProfile?)read.Value : read.Error;
    }

    private static readonly Error Both = new("feed.two-profiles", "Give --profile or --profile-file, not both.");
}
