using System.CommandLine;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Modules;

/// <summary>What a host would find in its folder of modules. Runs none of their code: what a module does wrong at its start shows on the host's page.</summary>
internal static class ModuleListCommand
{
    private static readonly string[] Heads = ["Folder", "Module", "Version", "Signed by", "", "Why"];

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var folder = new Option<DirectoryInfo>("--modules") { Description = "The host's folder of modules.", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo("modules") };
        var publishers = ModuleOptions.Publishers();
        var command = new Command("list", "The modules of a host's folder, and why one would be refused.") { folder, publishers };
        command.SetBody(globals, streams, run => Task.FromResult(Run(run, run.Parsed.GetRequiredValue(folder), run.Parsed.GetValue(publishers))));
        return command;
    }

    private static Result<int> Run(ToolRun run, DirectoryInfo folder, string[]? publishers)
    {
        if (!folder.Exists) return ToolErrors.NoFile(folder.FullName);
        var trust = ModuleOptions.TrustIn(publishers);
        if (!trust.Succeeded) return trust.Error;
        var modules = new ModuleLoader(trust.Value, default, ModuleLoader.DefaultLimit, TimeProvider.System).Verify(folder.FullName).Statuses
            .Select(status => new { status.Folder, status.Key, status.Name, status.Version, status.Publisher, verified = status.Reason.Length == 0, state = status.Reason.Length == 0 ? null : (ModuleState?)status.State, status.Reason })
            .ToList();
        run.Output.Say(new { ok = modules.All(module => module.verified), modules }, console =>
        {
            var table = new Table { Border = TableBorder.Simple };
            foreach (var head in Heads) table.AddColumn(head);
            foreach (var module in modules)
                table.AddRow(new[] { module.Folder, module.Key ?? "", module.Version ?? "", module.Publisher ?? "nobody", module.state?.ToString() ?? "verifies", module.Reason }.Select(Markup.Escape).ToArray());
            console.Write(table);
        });
        return ExitCode.Done;
    }
}
