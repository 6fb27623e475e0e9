using System.CommandLine;
using ContactPoint.Directory.Keys;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Keys;

/// <summary>Adds a sealing key and seals the tokens and the directory again, while the host runs on.</summary>
internal static class KeyRotateCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var goOn = new Option<bool>("--continue") { Description = "Add no key: go on where a rotation was broken off." };
        var command = new Command("rotate", "Adds a sealing key and seals everything again with it; the host runs on meanwhile.") { goOn };
        command.SetBody(globals, streams, run => run.ActAsync((host, caller) => RunAsync(run, host, caller, run.Parsed.GetValue(goOn))));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, ToolHost host, CallerContext caller, bool goOn)
    {
        var keys = host.Get<ISealingKeys>();
        var job = host.Get<KeyRotationJob>();
        if (!goOn)
        {
            // A ring that does not open what is there now must not seal anything further.
            var before = await keys.ResealTokensAsync(caller, dryRun: true, run.Cancellation);
            if (!before.Succeeded) return before.Error;
            if (before.Value.Unreadable + await job.UnreadableAsync(caller, run.Cancellation) > 0) return WrongKeys;
            var made = await keys.RotateAsync(caller, run.Cancellation);
            if (!made.Succeeded) return made.Error;

            // What a running host seals before it has seen the key must lie before the job, not behind it.
            await Task.Delay(2 * keys.AdoptedWithin, host.Get<TimeProvider>(), run.Cancellation);
        }

        var tokens = await keys.ResealTokensAsync(caller, dryRun: false, run.Cancellation);
        if (!tokens.Succeeded) return tokens.Error;
        var done = await ToolProgress.RunAsync(run.Output.Streams, "Sealing again", progress => job.RunAsync(caller, new Told(progress), run.Cancellation));
        var total = new KeyRotationOutcome(done.Read + tokens.Value.Read, done.Resealed + tokens.Value.Resealed, done.Unreadable + tokens.Value.Unreadable);
        if (total.Unreadable > 0) return Unreadable(total.Unreadable);
        var current = keys.List().Single(key => key.IsCurrent).Id;
        run.Output.Say(new { ok = true, current, total.Read, total.Resealed, total.Unreadable }, console =>
        {
            console.WriteLine($"Key {current:D6} seals. {total.Resealed:N0} of {total.Read:N0} values were sealed again.");
            console.WriteLine("Keep every older key file: the audit log's payloads and every backup open with the key of their day.");
        });
        return ExitCode.Done;
    }

    private static Error Unreadable(long count) => new("key.unreadable",
        $"{count} values open under no key of the ring and were left as they are; all others were sealed again. Restore the missing key file, then run 'contactpoint key rotate --continue'.");

    private static readonly Error WrongKeys = new("key.wrong",
        "The key ring does not open what is in the database: a key file is missing or is another installation's. No key was added. Restore the key ring from its backup.");

    // How many values there are is not known beforehand.
    private sealed class Told(IToolProgress progress) : IProgress<KeyRotationOutcome>
    {
        public void Report(KeyRotationOutcome value) => progress.Report(value.Read, 0);
    }
}
