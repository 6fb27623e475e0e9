using System.CommandLine;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Audit;
using ContactPoint.Tool.Bench;
using ContactPoint.Tool.Bench.Feed;
using ContactPoint.Tool.Bench.Search;
using ContactPoint.Tool.Doctor;
using ContactPoint.Tool.Feeds;
using ContactPoint.Tool.Generate;
using ContactPoint.Tool.Keys;
using ContactPoint.Tool.Migrate;
using ContactPoint.Tool.Modules;
using ContactPoint.Tool.Users;

namespace ContactPoint.Tool.Cli;

/// <summary>The command <c>contactpoint</c>.</summary>
internal static class ToolCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolStreams streams, CancellationToken cancellation = default)
    {
        var globals = new GlobalOptions();
        var root = new RootCommand("Looks after a ContactPoint installation. Every command acts as an audited system account.") { globals.Json, globals.Data };
        root.Add(MigrateCommand.Build(globals, streams));
        root.Add(DoctorCommand.Build(globals, streams));
        root.Add(new Command("user", "Users and their tokens.")
        {
            UserCreateCommand.Build(globals, streams), UserEnrolCommand.Build(globals, streams), UserStateCommands.Suspend(globals, streams),
            UserStateCommands.Reinstate(globals, streams), UserResyncCommand.Build(globals, streams), UserEvidenceCommand.Build(globals, streams),
        });
        root.Add(new Command("organisation", "Organisations and their accreditation.") { OrganisationWithdrawCommand.Build(globals, streams) });
        root.Add(new Command("feed", "Files that other systems supply.") { FeedApplyCommand.Build(globals, streams), FeedCheckCommand.Build(globals, streams) });
        root.Add(GenerateCommand.Build(globals, streams));
        root.Add(new Command("audit", "The audit log.") { AuditExportCommand.Build(globals, streams), AuditVerifyCommand.Build(globals, streams) });
        root.Add(new Command("key", "The keys that seal fields.") { KeyListCommand.Build(globals, streams), KeyRotateCommand.Build(globals, streams) });
        root.Add(new Command("module", "Agency modules: packages, signatures, what a host would load.")
        {
            ModuleKeyCommand.Build(globals, streams), ModulePackCommand.Build(globals, streams), ModuleSignCommand.Build(globals, streams),
            ModuleVerifyCommand.Build(globals, streams), ModuleListCommand.Build(globals, streams),
        });
        root.Add(new Command("bench", "Measures this machine.")
        {
            BenchAuditCommand.Build(globals, streams), BenchSearchCommand.Build(globals, streams), BenchLoadCommand.Build(globals, streams), BenchFeedCommand.Build(globals, streams),
        });

        var parsed = root.Parse(arguments);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = streams.Output, Error = streams.Error, EnableDefaultExceptionHandler = false }, cancellation);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    /// <summary>Gives a command its body: what it refuses with and what breaks becomes a sentence and an exit code.</summary>
    public static void SetBody(this Command command, GlobalOptions globals, ToolStreams streams, Func<ToolRun, Task<Result<int>>> body) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var run = new ToolRun(parsed, globals.PlaceOf(parsed), new ToolOutput(streams, parsed.GetValue(globals.Json)), cancellation);
            try
            {
                var outcome = await body(run);
                return outcome.Succeeded ? outcome.Value : run.Output.Refuse(outcome.Error);
            }
            catch (OperationCanceledException)
            {
                return run.Output.Refuse(ToolErrors.Stopped);
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException or InvalidOperationException or System.Data.Common.DbException)
            {
                return run.Output.Refuse(ToolErrors.Broken(failure.Message));
            }
        });
}
