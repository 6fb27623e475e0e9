using ContactPoint.Demo.Seeding;

namespace ContactPoint.Shell.Demonstration;

/// <summary>Fills an empty database after the host has started, so that it answers at once; tells the console how far it is.</summary>
internal sealed class DemoSeeding(IDemoSeeder seeder) : BackgroundService
{
    /// <summary>True once everything is there, or will not be.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>How far it is; null before the first count.</summary>
    public DemoProgress? Progress { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var outcome = await seeder.SeedAsync(new ProgressLine(progress => Progress = progress), stoppingToken);
        HasEnded = true;
        if (!outcome.Succeeded)
            Console.WriteLine(outcome.Error.Message);
        else if (outcome.Value.Accounts > 0)
            Console.WriteLine($"Demo: {outcome.Value.Children:N0} invented children and {outcome.Value.Accounts} accounts are ready.");
    }

    /// <summary>One line that counts up; a line every tenth where the output is no console.</summary>
    private sealed class ProgressLine(Action<DemoProgress> note) : IProgress<DemoProgress>
    {
        private int lastTenth = -1;
        private string lastStep = "";

        public void Report(DemoProgress value)
        {
            note(value);
            var tenth = value.Total == 0 ? 10 : value.Done * 10 / value.Total;
            if (tenth == lastTenth && value.Step == lastStep)
                return;
            (lastTenth, lastStep) = (tenth, value.Step);
            var words = $"Demo: {value.Step} {value.Done:N0} of {value.Total:N0}";
            if (Console.IsOutputRedirected)
                Console.WriteLine(words);
            else
                Console.Write($"\r{words,-60}{(value.Done >= value.Total ? "\n" : "")}");
        }
    }
}
