using System.CommandLine;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Modules;

/// <summary>Says whether a host that trusts these publishers would load a module. Runs none of its code.</summary>
internal static class ModuleVerifyCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var module = ModuleOptions.Module();
        var publishers = ModuleOptions.Publishers();
        var command = new Command("verify", "Checks signature, files, manifest and references of a module; exit code 1 when a host would refuse it.") { module, publishers };
        command.SetBody(globals, streams, run => Task.FromResult(Run(run, run.Parsed.GetRequiredValue(module), run.Parsed.GetValue(publishers))));
        return command;
    }

    private static Result<int> Run(ToolRun run, string path, string[]? publishers)
    {
        var trust = ModuleOptions.TrustIn(publishers);
        if (!trust.Succeeded) return trust.Error;
        var files = ModuleOptions.Read(path);
        if (!files.Succeeded) return files.Error;
        var verified = new ModuleLoader(trust.Value, default, ModuleLoader.DefaultLimit, TimeProvider.System).Verify(files.Value);
        if (!verified.Succeeded) return verified.Error;
        var (manifest, publisher) = verified.Value;
        run.Output.Say(
            new { ok = true, manifest.Key, manifest.Name, manifest.Version, publisher, manifest.Capabilities },
            console => console.WriteLine($"{manifest.Name} {manifest.Version} verifies, signed by {publisher}. Install it as the folder '{manifest.Key}' of the host's modules and restart."));
        return ExitCode.Done;
    }
}
