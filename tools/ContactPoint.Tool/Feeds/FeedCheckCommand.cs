using System.CommandLine;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Modules;

namespace ContactPoint.Tool.Feeds;

/// <summary>Says what is wrong in a file before it is sent (FED-2). Needs no database and no key.</summary>
internal static class FeedCheckCommand
{
    // A file is checked in memory; no list of one body is near it.
    private const long Largest = 128 * 1024 * 1024;

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file: separated values or XML." };
        var format = new Option<string>("--format") { Description = "Key of the file's format, such as education.roll; needed where the modules bring several.", HelpName = "KEY" };
        var profile = new Option<string>("--profile") { Description = "Key of the profile, when the file is another system's export.", HelpName = "KEY" };
        var own = ProfileFiles.Option();
        var modules = ModuleOptions.Folder("The folder of modules that bring the formats; runs their code.");
        var publishers = ModuleOptions.Publishers();
        var command = new Command("check", "Says row by row what is wrong in a file. Needs no database; changes nothing.") { file, format, profile, own, modules, publishers };
        command.SetBody(globals, streams, async run =>
        {
            var parsed = run.Parsed;
            if (parsed.GetRequiredValue(file) is { Exists: false } missing) return ToolErrors.NoFile(missing.FullName);
            var catalogue = await ModuleOptions.LoadAsync(run.Place, parsed.GetValue(modules), parsed.GetValue(publishers));
            if (!catalogue.Succeeded) return catalogue.Error;
            if (ModuleOptions.Faulty(catalogue.Value) is [var faulty, ..]) return ToolErrors.FaultyModule(faulty);
            var chosen = Choose(catalogue.Value, parsed.GetValue(format), parsed.GetValue(profile), parsed.GetValue(own));
            if (!chosen.Succeeded) return chosen.Error;
            await using var content = parsed.GetRequiredValue(file).OpenRead();
            var report = await new FileChecker(TimeProvider.System).CheckAsync(content, chosen.Value.Format, chosen.Value.Profile, Largest, run.Cancellation);
            FeedTelling.Say(run.Output, report, chosen.Value.Format);
            return report.IsGood ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static Result<(FeedFormat Format, FeedProfile? Profile)> Choose(ModuleCatalogue modules, string? key, string? profile, FileInfo? own)
    {
        var formats = ProfileFiles.Formats(modules);
        if (key is null && formats.Count > 1) return FeedErrors.FormatNeeded;
        if (formats.Find(one => key is null || one.Key == key) is not { } format) return FeedErrors.UnknownFormat;
        var written = ProfileFiles.Read(own, format.Key, profile, modules);
        if (!written.Succeeded) return written.Error;
        if (written.Value is { } mine) return (format, mine.Profile);
        if (profile is null) return (format, (FeedProfile?)null);
        return format.Profiles.FirstOrDefault(one => one.Key == profile) is { } known ? (format, known) : FeedErrors.UnknownProfile;
    }
}
