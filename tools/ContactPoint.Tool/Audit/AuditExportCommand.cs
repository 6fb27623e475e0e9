using System.CommandLine;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Audit;

/// <summary>Writes the whole log to a file that anybody with the public key can verify. Payloads stay behind.</summary>
internal static class AuditExportCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var output = new Option<FileInfo>("--out") { Description = "The file to write; must not exist.", HelpName = "FILE", Required = true };
        var command = new Command("export", "Exports the audit log for the offline verifier.") { output };
        command.SetBody(globals, streams, run => run.ActAsync((host, caller) => RunAsync(run, host, caller, run.Parsed.GetRequiredValue(output))));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, ToolHost host, CallerContext caller, FileInfo file)
    {
        if (file.Exists) return Exists(file.FullName);
        var state = await host.Get<ILedgerSealer>().SealAsync(run.Cancellation);
        await RecordAsync(host, caller, run.Cancellation);
        var entries = await ToolProgress.RunAsync(run.Output.Streams, "Exporting", progress => WriteAsync(host, file.FullName, progress, run.Cancellation));
        var publicKey = host.Get<IAuditVerification>().PublicKey;
        run.Output.Say(new { ok = true, file = file.FullName, entries, publicKey, stoppedAt = state.BrokenEntry }, console =>
        {
            console.WriteLine($"{entries:N0} sealed entries in {file.FullName}");
            console.WriteLine($"Verify it anywhere: contactpoint audit verify --export {file.Name} --key '{publicKey}'");
            if (state.BrokenEntry is { } broken) console.WriteLine($"Sealing has stopped at entry {broken}: it is altered, or a copy of one sealed before.");
        });
        return ExitCode.Done;
    }

    /// <summary>Writes an export whole or not at all.</summary>
    public static async Task<long> WriteAsync(ToolHost host, string file, IToolProgress progress, CancellationToken cancellation)
    {
        var told = new Last(progress);
        var part = file + ".part";
        await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            await host.Get<IAuditExport>().WriteAsync(stream, told, cancellation);
        File.Move(part, file);
        return told.Value;
    }

    private static Task<bool> RecordAsync(ToolHost host, CallerContext caller, CancellationToken cancellation) =>
        host.Get<IUnitOfWorkFactory>().RunAsync(
            async unit =>
            {
                await host.Get<IAuditTrail>().AppendAsync(
                    new AuditEvent { Type = AuditEvents.AuditExported, Actor = AuditActor.Of(caller), Outcome = AuditOutcome.Granted }, unit);
                return true;
            },
            cancellation);

    private static Error Exists(string file) => new("file.exists", $"{file} is there already. Choose another name.");

    private sealed class Last(IToolProgress progress) : IProgress<long>
    {
        public long Value { get; private set; }

        public void Report(long value)
        {
            Value = value;
            progress.Report(value, 0);
        }
    }
}
