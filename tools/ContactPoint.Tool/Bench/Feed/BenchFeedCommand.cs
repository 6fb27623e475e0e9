using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Generate;
using ContactPoint.Tool.Modules;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>Measures school rolls applied to a synthetic country, as news and once more, beside plain upserts of the same rows in the same run.</summary>
internal static class BenchFeedCommand
{
    private const int DefaultChildren = 100_000;
    private const int DefaultRows = 10_000;
    private const int MostRows = 100_000;
    private const int Seed = 1;

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var children = GenerateCommand.ChildrenOption(DefaultChildren);
        var rows = new Option<int>("--rows") { Description = "Rows of all rolls.", DefaultValueFactory = _ => DefaultRows };
        rows.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostRows) result.AddError($"--rows is 1 to {MostRows}.");
        });
        var inOne = new Option<bool>("--one-file") { Description = "All rows in one roll of one school, in place of a roll a school." };
        var modules = ModuleOptions.Folder("The folder with the module that brings education.roll; what the build staged when not given. Runs its code.");
        var publishers = ModuleOptions.Publishers();
        var command = new Command("feed", "Rows of school rolls applied a second, with the memory they take; then the same rolls again.") { children, rows, inOne, modules, publishers };
        command.SetBody(globals, streams, async run =>
        {
            var catalogue = await ModulesAsync(run, run.Parsed.GetValue(modules), run.Parsed.GetValue(publishers));
            if (!catalogue.Succeeded) return catalogue.Error;
            if (ModuleOptions.Faulty(catalogue.Value) is [var faulty, ..]) return ToolErrors.FaultyModule(faulty);
            return await RunAsync(run, new SyntheticCountry(Seed, run.Parsed.GetValue(children)), run.Parsed.GetValue(rows), run.Parsed.GetValue(inOne), catalogue.Value);
        });
        return command;
    }

    // What the build staged nobody signed; the bench works on data of its own.
    private static async Task<Result<ModuleCatalogue>> ModulesAsync(ToolRun run, DirectoryInfo? folder, string[]? publishers)
    {
        if (folder is not null) return await ModuleOptions.LoadAsync(run.Place, folder, publishers);
        var staged = new DirectoryInfo(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "modules")));
        if (!staged.Exists) return ToolErrors.NoFile(staged.FullName);
        return await new ModuleLoader(ModuleTrust.In([], unsignedLists: true), DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System).LoadAsync(staged.FullName);
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, SyntheticCountry country, int rows, bool inOne, ModuleCatalogue modules)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-bench-");
        try
        {
            var rolls = await ToolProgress.RunAsync(run.Output.Streams, "Writing rolls", _ => Task.Run(() => BenchRolls.Write(country, folder.FullName, rows, inOne, run.Cancellation)));
            var figures = await ToolProgress.RunAsync(run.Output.Streams, "Loading", progress => MeasureAsync(folder.FullName, country, rolls, modules, progress, run.Cancellation));
            if (!figures.Succeeded) return figures.Error;
            run.Output.Say(figures.Value, console => FeedBenchTelling.Tell(console, figures.Value));
            return figures.Value.Again.HadEffect ? NotIdempotent : ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Result<FeedFigures>> MeasureAsync(
        string folder, SyntheticCountry country, IReadOnlyList<BenchRoll> rolls, ModuleCatalogue modules, IToolProgress progress, CancellationToken cancellation)
    {
        var loaded = await FeedPlace.LoadAsync(Path.Combine(folder, "data"), country, modules, progress, cancellation);
        if (!loaded.Succeeded) return loaded.Error;
        await using var place = loaded.Value;
        progress.Begin("Applying");

        // Once as new rows, once as rows that are there; the baseline comes again at the end, since machines are noisy.
        var before = new[] { await PlainUpserts.RunAsync(Fresh("before"), rolls), await PlainUpserts.RunAsync(Fresh("before"), rolls) };
        var first = await place.ApplyAsync(rolls, progress, cancellation);
        if (!first.Succeeded) return first.Error;
        progress.Begin("Applying again");
        var again = await place.ApplyAsync(rolls, progress, cancellation);
        if (!again.Succeeded) return again.Error;
        var after = new[] { await PlainUpserts.RunAsync(Fresh("after"), rolls), await PlainUpserts.RunAsync(Fresh("after"), rolls) };
        using var process = Process.GetCurrentProcess();
        return new FeedFigures(
            country.ChildCount, rolls.Sum(roll => roll.Rows), rolls.Count, place.LoadSeconds, first.Value, again.Value, [.. before, .. after],
            Over(before[0], after[0], first.Value.Rate), Over(before[1], after[1], again.Value.Rate), Math.Round(process.PeakWorkingSet64 / 1_048_576.0));

        string Fresh(string name) => System.IO.Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
    }

    private static double Over(RateFigure before, RateFigure after, RateFigure rate) => Math.Round((before.PerSecond + after.PerSecond) / 2 / rate.PerSecond, 1);

    private static readonly Error NotIdempotent = new("bench.effect", "The same rolls had an effect the second time. The figures count for nothing; this is a fault of the product.");
}
