using System.CommandLine;
using System.Text;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Modules;

/// <summary>Makes one file of a module's folder. The same files give the same bytes.</summary>
internal static class ModulePackCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The module's folder, as the build staged it." };
        var output = new Option<FileInfo>("--out") { Description = "The package to write; must not exist.", HelpName = "FILE", Required = true };
        var command = new Command("pack", "Makes a package of a module, to be signed and sent.") { folder, output };
        command.SetBody(globals, streams, run => Task.FromResult(Run(run, run.Parsed.GetRequiredValue(folder), run.Parsed.GetRequiredValue(output))));
        return command;
    }

    private static Result<int> Run(ToolRun run, DirectoryInfo folder, FileInfo output)
    {
        if (!folder.Exists) return ToolErrors.NoFile(folder.FullName);
        var read = ModuleFiles.OfFolder(folder);
        if (!read.Succeeded) return read.Error;
        var files = read.Value.All.ContainsKey(ModuleFiles.SignatureName)
            ? read.Value
            : read.Value.With(ModuleFiles.ListName, Encoding.UTF8.GetBytes(ModuleSignature.ListOf(read.Value)));
        using (var stream = new FileStream(output.FullName, FileMode.CreateNew, FileAccess.Write)) files.WritePackage(stream);
        var isSigned = files.All.ContainsKey(ModuleFiles.SignatureName);
        run.Output.Say(new { ok = true, file = output.FullName, files = files.All.Count - 1, signed = isSigned }, console =>
        {
            console.WriteLine($"{files.All.Count - 1} files in {output.FullName}");
            if (!isSigned) console.WriteLine($"Sign it: contactpoint module sign {output.Name} --key FILE");
        });
        return ExitCode.Done;
    }
}
