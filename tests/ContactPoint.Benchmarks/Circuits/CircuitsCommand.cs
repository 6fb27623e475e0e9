using System.CommandLine;

namespace ContactPoint.Benchmarks.Circuits;

/// <summary>Holds N circuits, idle or searching, and tells what came of them.</summary>
internal static class CircuitsCommand
{
    // SEA-7: 60 searches an hour. Each circuit has an account of its own, so this is the limit of a circuit too.
    private const int SearchesAnHour = 60;

    public static Command Build()
    {
        var count = new Option<int>("--count") { Description = "Circuits.", DefaultValueFactory = _ => 500 };
        var searching = new Option<bool>("--searching") { Description = "Each searches at the pace." };
        var idle = new Option<bool>("--idle") { Description = "Each holds its page open." };
        var seconds = new Option<int>("--seconds") { Description = "How long.", DefaultValueFactory = _ => 60 };
        var every = new Option<double>("--every") { Description = "Seconds from one search of a circuit to its next.", DefaultValueFactory = _ => 5 };
        var json = Report.JsonOption();
        var command = new Command("circuits", "Holds circuits of the search page: idle, or searching.") { count, searching, idle, seconds, every, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(searching) == result.GetValue(idle)) result.AddError("Say either --searching or --idle.");
            if (result.GetValue(count) is < 1 or > 20_000) result.AddError("--count is 1 to 20,000.");
        });
        command.SetAction(async (parsed, _) =>
        {
            var length = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            if (parsed.GetValue(searching) && parsed.GetValue(seconds) > SearchesAnHour * parsed.GetValue(every))
            {
                Report.Progress($"A user has {SearchesAnHour} searches an hour: raise --every or shorten --seconds.");
                return 1;
            }

            var run = new CircuitsRun(parsed.GetValue(count), length);
            var figures = parsed.GetValue(searching) ? await run.SearchAsync(TimeSpan.FromSeconds(parsed.GetValue(every))) : await run.IdleAsync();
            Report.Say(figures, parsed.GetValue(json), figures.Lines);
            return figures.IsSound ? 0 : 1;
        });
        return command;
    }
}
