using System.CommandLine;
using System.Globalization;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Modules;

namespace ContactPoint.Tool.Feeds;

/// <summary>Takes a file that a body supplies, and applies it row by row. The same file twice has one effect; a run that was killed goes on.</summary>
internal static class FeedApplyCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file, in a format that a module brings: a school roll, say." };
        var source = new Option<string>("--source") { Description = "Whose file it is: URN, name or id.", HelpName = "ORG", Required = true };
        var format = new Option<string>("--format") { Description = "Key of the file's format, such as education.roll; needed where the organisation supplies several.", HelpName = "KEY" };
        var profile = new Option<string>("--profile") { Description = "Key of the profile, when the file is another system's export.", HelpName = "KEY" };
        var own = ProfileFiles.Option();
        var delta = new Option<bool>("--delta") { Description = "The file holds changes alone: who is missing is as before." };
        var modules = ModuleOptions.Folder("The folder of modules that bring the formats; runs their code.");
        var publishers = ModuleOptions.Publishers();
        var asAt = new Option<string>("--as-at") { Description = "The day for which the file speaks, as 2026-11-02; today when not given.", HelpName = "DATE" };
        var approve = new Option<bool>("--approve") { Description = "Go on although more than a fifth of the last file's rows would change or end." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Change nothing: count what would change." };
        var outcomes = new Option<FileInfo>("--outcomes") { Description = "Write the outcome of each row to this file, for the body that supplied it.", HelpName = "FILE" };
        var command = new Command("apply", "Applies a file with an outcome for each row.") { file, source, format, profile, own, delta, asAt, approve, dryRun, outcomes, modules, publishers };
        command.SetBody(globals, streams, async run =>
        {
            var parsed = run.Parsed;
            if (parsed.GetRequiredValue(file) is { Exists: false } missing) return ToolErrors.NoFile(missing.FullName);
            if (DayOf(parsed.GetValue(asAt)) is { Succeeded: false, Error: { } wrong }) return wrong;
            var catalogue = await ModuleOptions.LoadAsync(run.Place, parsed.GetValue(modules), parsed.GetValue(publishers));
            if (!catalogue.Succeeded) return catalogue.Error;
            if (ModuleOptions.Faulty(catalogue.Value) is [var faulty, ..]) return ToolErrors.FaultyModule(faulty);
            var written = ProfileFiles.Read(parsed.GetValue(own), parsed.GetValue(format), parsed.GetValue(profile), catalogue.Value);
            if (!written.Succeeded) return written.Error;
            var order = new FeedOrder(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(source), parsed.GetValue(format), written.Value?.Profile.Key ?? parsed.GetValue(profile), parsed.GetValue(delta),
                DayOf(parsed.GetValue(asAt)).Value, parsed.GetValue(approve), parsed.GetValue(outcomes));
            return await run.ActAsync(
                (host, caller) => parsed.GetValue(dryRun) ? PreviewAsync(run, host, caller, order) : ApplyAsync(run, host, caller, order), modules: catalogue.Value, profile: written.Value);
        });
        return command;
    }

    private static async Task<Result<int>> ApplyAsync(ToolRun run, ToolHost host, CallerContext caller, FeedOrder order)
    {
        var feeds = host.Get<IFeeds>();
        var source = await SourceAsync(feeds, caller, order.Source, run.Cancellation);
        if (!source.Succeeded) return source.Error;
        await using var content = order.File.OpenRead();
        var applied = await ToolProgress.RunAsync(run.Output.Streams, $"Applying {order.File.Name}", progress =>
            feeds.ApplyAsync(caller, order.FileOf(source.Value.Id, content), new FeedOptions { Approved = order.Approved }, new Steps(progress), run.Cancellation));
        if (!applied.Succeeded) return applied.Error;
        if (order.Outcomes is { } file && applied.Value.State == FeedRunState.Applied)
        {
            await using var output = file.Create();
            var written = await feeds.WriteSourceOutcomesAsync(caller, applied.Value.Id, output, run.Cancellation);
            if (!written.Succeeded) return written.Error;
        }

        FeedTelling.Say(run.Output, applied.Value);
        return applied.Value.State == FeedRunState.Applied ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<Result<int>> PreviewAsync(ToolRun run, ToolHost host, CallerContext caller, FeedOrder order)
    {
        var feeds = host.Get<IFeeds>();
        var source = await SourceAsync(feeds, caller, order.Source, run.Cancellation);
        if (!source.Succeeded) return source.Error;
        await using var content = order.File.OpenRead();
        var preview = await feeds.PreviewAsync(caller, order.FileOf(source.Value.Id, content), run.Cancellation);
        if (!preview.Succeeded) return preview.Error;
        if (preview.Value.Error is { } refusal) return refusal;
        FeedTelling.Say(run.Output, preview.Value);
        return ExitCode.Done;
    }

    private static async Task<Result<FeedSource>> SourceAsync(IFeeds feeds, CallerContext caller, string text, CancellationToken cancellation)
    {
        var sources = await feeds.SourcesAsync(caller, cancellation);
        if (!sources.Succeeded) return sources.Error;
        var found = sources.Value.Where(source =>
            source.RegisterCode == text || source.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || source.Id.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch { 1 => found[0], 0 => NoSource, _ => Ambiguous };
    }

    private static Result<DateOnly?> DayOf(string? text) =>
        text is null ? (DateOnly?)null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (DateOnly?)day
        : WrongDay;

    private sealed record FeedOrder(FileInfo File, string Source, string? Format, string? Profile, bool IsDelta, DateOnly? AsAt, bool Approved, FileInfo? Outcomes)
    {
        public FeedFile FileOf(Guid source, Stream content) => new()
        {
            Source = source,
            FileName = File.Name,
            Content = content,
            Format = Format,
            Profile = Profile,
            Semantics = IsDelta ? FeedSemantics.Delta : null,
            AsAt = AsAt,
        };
    }

    private sealed class Steps(IToolProgress progress) : IProgress<FeedProgress>
    {
        public void Report(FeedProgress value) => progress.Report(value.Done, value.Total);
    }

    private static readonly Error NoSource = new("feed.no-source", "No organisation that supplies files has this number, name or id. Check --source, and that --modules brings its format.");

    private static readonly Error Ambiguous = new("feed.ambiguous-source", "More than one organisation has this name. Give its number.");

    private static readonly Error WrongDay = new("feed.as-at", "Give the day as 2026-11-02.");
}
