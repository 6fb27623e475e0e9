using System.CommandLine;
using System.Diagnostics;
using ContactPoint.Sdk.Results;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Generate;

/// <summary>Makes an invented country: as files, or in an empty database.</summary>
internal static class GenerateCommand
{
    /// <summary>Numbers of the unissued range that the country uses end here.</summary>
    public const int MostChildren = 12_400_000;

    private const int DefaultChildren = 100_000;

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var options = new Options();
        var command = new Command("generate", "Makes an invented country with children, families, schools, practices and staff. One seed makes the same country, byte for byte.")
        {
            options.Children, options.Seed, options.Out, options.IntoDatabase, options.Queries, options.FeedRows, options.Rolls,
        };
        command.SetBody(globals, streams, run => RunAsync(run, options));
        return command;
    }

    /// <summary>How many children a command makes.</summary>
    public static Option<int> ChildrenOption(int number)
    {
        var option = new Option<int>("--children") { Description = "How many children.", DefaultValueFactory = _ => number };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostChildren) result.AddError($"--children is 1 to {MostChildren}.");
        });
        return option;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, Options options)
    {
        var country = new SyntheticCountry(run.Parsed.GetValue(options.Seed), run.Parsed.GetValue(options.Children));
        var folder = run.Parsed.GetValue(options.Out);
        if (folder is null == !run.Parsed.GetValue(options.IntoDatabase)) return GenerateErrors.OneOf;
        return folder is null ? await LoadAsync(run, country) : await WriteAsync(run, options, country, folder);
    }

    private static Task<Result<int>> LoadAsync(ToolRun run, SyntheticCountry country) => run.ActAsync(async (host, caller) =>
    {
        var clock = Stopwatch.StartNew();
        var loaded = await ToolProgress.RunAsync(run.Output.Streams, "Loading", progress => new CountryLoad(host, caller, country).RunAsync(progress, run.Cancellation));
        if (!loaded.Succeeded) return loaded.Error;
        var (seconds, perSecond) = (Math.Round(clock.Elapsed.TotalSeconds, 1), Math.Round(loaded.Value.Children / clock.Elapsed.TotalSeconds));
        run.Output.Say(
            new { ok = true, seed = country.Seed, children = country.ChildCount, written = loaded.Value.Children, loaded.Value.WentOn, seconds, perSecond },
            console => console.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{country.ChildCount:N0} invented children are in the database; {loaded.Value.Children:N0} written in {seconds:N1} s, {perSecond:N0} a second.")));
        return ExitCode.Done;
    }, keepsIndex: true);

    private static async Task<Result<int>> WriteAsync(ToolRun run, Options options, SyntheticCountry country, DirectoryInfo folder)
    {
        var files = new CountryFiles(country, folder.FullName)
        {
            QueriesPerClass = run.Parsed.GetValue(options.Queries),
            FeedRows = (int)Math.Min(run.Parsed.GetValue(options.FeedRows), country.ChildCount),
            Rolls = run.Parsed.GetValue(options.Rolls),
        };
        var written = await ToolProgress.RunAsync(run.Output.Streams, "Writing", progress => Task.Run(() => files.Write(progress, run.Cancellation), run.Cancellation));
        run.Output.Say(new { ok = true, seed = country.Seed, children = country.ChildCount, files = written }, console =>
        {
            foreach (var file in written) console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Name}: {file.Rows:N0} rows"));
        });
        return ExitCode.Done;
    }

    private sealed class Options
    {
        public Option<int> Children { get; } = ChildrenOption(DefaultChildren);

        public Option<int> Seed { get; } = new("--seed") { Description = "Which country.", DefaultValueFactory = _ => 1 };

        public Option<DirectoryInfo?> Out { get; } = new("--out") { Description = "Write files into this folder.", HelpName = "DIR" };

        public Option<bool> IntoDatabase { get; } = new("--into-database") { Description = "Load into the database of --data, which must be empty. Given again after it was broken off, it goes on." };

        public Option<int> Queries { get; } = new("--queries") { Description = "Queries of each class, with --out.", DefaultValueFactory = _ => 500 };

        public Option<int> FeedRows { get; } = new("--feed-rows") { Description = "Rows of feed.csv, with --out; no more than children.", DefaultValueFactory = _ => 100_000 };

        public Option<int> Rolls { get; } = new("--rolls") { Description = "School rolls, with --out.", DefaultValueFactory = _ => 20 };
    }
}
