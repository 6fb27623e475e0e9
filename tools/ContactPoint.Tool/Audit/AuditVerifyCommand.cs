using System.CommandLine;
using ContactPoint.Kernel.Audit;
using ContactPoint.Ledger.Notes;
using ContactPoint.Ledger.Verification;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Audit;

/// <summary>
/// Proves the log unaltered, or names the first entry that was (AUD-2). With an export and a public key it needs nothing else: no database, no
/// network, no trust in whoever runs the system. Without an export it takes this installation's own, with its MAC key and newest checkpoint.
/// </summary>
internal static class AuditVerifyCommand
{
    private const string Doing = "Verifying";

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var export = new Option<FileInfo>("--export") { Description = "An export; without it the database of --data is exported and verified.", HelpName = "FILE" };
        var key = new Option<string>("--key") { Description = "The public key, or a file that holds it. Without it the installation's own keys are used.", HelpName = "FILE|TEXT" };
        var checkpoints = new Option<FileInfo[]>("--checkpoint")
        {
            Description = "A checkpoint kept elsewhere: without one, a log cut back to an earlier checkpoint looks whole.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("verify", "Proves that no entry was altered, taken out, put in or moved; exit code 3 when one was.") { export, key, checkpoints };
        command.SetBody(globals, streams, run => RunAsync(run, run.Parsed.GetValue(export), run.Parsed.GetValue(key), run.Parsed.GetValue(checkpoints) ?? []));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, FileInfo? export, string? keyText, IReadOnlyList<FileInfo> checkpoints)
    {
        if (checkpoints.Append(export).FirstOrDefault(file => file is { Exists: false }) is { } missing) return ToolErrors.NoFile(missing.FullName);
        var held = new List<string>();
        foreach (var checkpoint in checkpoints) held.Add(await File.ReadAllTextAsync(checkpoint.FullName, run.Cancellation));
        NoteVerifierKey? key = null;
        if (keyText is not null && !NoteVerifierKey.TryParse(File.Exists(keyText) ? (await File.ReadAllTextAsync(keyText, run.Cancellation)).Trim() : keyText.Trim(), out key)) return NotAKey;

        if (export is null) return await OwnAsync(run, key, held);
        if (key is not null) return Tell(run, await OutsideAsync(run, export.FullName, key, held));
        if (await ToolHost.CheckAsync(run.Place, run.Cancellation) is not null) return KeyNeeded;
        await using var host = ToolHost.Open(run.Place);
        return Tell(run, await InsideAsync(run, host, export.FullName, held));
    }

    private static Task<Result<int>> OwnAsync(ToolRun run, NoteVerifierKey? key, List<string> held) => run.ActAsync(async (host, _) =>
    {
        // The held checkpoint first: a host that seals meanwhile would otherwise be ahead of the export.
        if (host.Get<IAuditVerification>().HeldCheckpoint() is { } newest) held.Add(newest);
        var folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-verify-");
        try
        {
            var file = Path.Combine(folder.FullName, "export.jsonl");
            await ToolProgress.RunAsync(run.Output.Streams, "Exporting", progress => AuditExportCommand.WriteAsync(host, file, progress, run.Cancellation));
            return Tell(run, key is null ? await InsideAsync(run, host, file, held) : await OutsideAsync(run, file, key, held));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    private static Task<VerificationReport> OutsideAsync(ToolRun run, string file, NoteVerifierKey key, IReadOnlyList<string> held) =>
        ReadAsync(run, file, (stream, progress) => LedgerVerifier.VerifyAsync(
            stream, new LedgerVerifierOptions { TrustedKeys = [key], HeldCheckpoints = held }, progress, run.Cancellation));

    private static Task<VerificationReport> InsideAsync(ToolRun run, ToolHost host, string file, IReadOnlyList<string> held) =>
        ReadAsync(run, file, (stream, progress) => host.Get<IAuditVerification>().VerifyAsync(stream, held, progress, run.Cancellation));

    private static async Task<VerificationReport> ReadAsync(ToolRun run, string file, Func<Stream, IProgress<long>, Task<VerificationReport>> verify)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        return await ToolProgress.RunAsync(run.Output.Streams, Doing, progress => verify(stream, new ByPlace(stream, progress)));
    }

    private static int Tell(ToolRun run, VerificationReport report)
    {
        VerificationTelling.Say(run.Output, report);
        return report.Ok ? ExitCode.Done : ExitCode.NotVerified;
    }

    // How many entries there will be follows from how much of the file they took.
    private sealed class ByPlace(Stream stream, IToolProgress progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(value, stream.Position == 0 ? 0 : (long)(value * ((double)stream.Length / stream.Position)));
    }

    private static readonly Error NotAKey = new("key.invalid", "This is not a public key of an audit log (name+id+base64), nor a file that holds one.");

    private static readonly Error KeyNeeded = new("key.missing", "Say with --key which public key to trust. Whoever runs the system publishes it; take it from somebody else's copy.");
}
