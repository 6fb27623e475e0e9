using System.CommandLine;
using System.Text;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Modules;

/// <summary>Makes a publisher's key. The file is readable by its owner alone and is no part of an installation.</summary>
internal static class ModuleKeyCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var name = new Argument<string>("NAME") { Description = "The publisher's name: a host name, as modules.example.org." };
        var output = new Option<FileInfo>("--out") { Description = "The file for the signing key; must not exist.", HelpName = "FILE", Required = true };
        var command = new Command("key", "Makes a key that signs modules.") { name, output };
        command.SetBody(globals, streams, run => Task.FromResult(Run(run, run.Parsed.GetRequiredValue(name), run.Parsed.GetRequiredValue(output))));
        return command;
    }

    private static Result<int> Run(ToolRun run, string name, FileInfo output)
    {
        if (name.Length is 0 or > 100 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '/')) return NotAName;
        using var key = NoteSigningKey.Generate(name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(output.FullName, options)) stream.Write(Encoding.UTF8.GetBytes(key.ExportPrivateText() + "\n"));
        run.Output.Say(new { ok = true, file = output.FullName, publisher = key.VerifierKey.Text }, console =>
        {
            console.WriteLine($"The signing key is in {output.FullName}: keep it off every host. The public key, for those who are to trust it:");
            console.WriteLine($"  {key.VerifierKey.Text}");
        });
        return ExitCode.Done;
    }

    private static readonly Error NotAName = new("key.name", "A publisher's name is a host name: letters, digits, dots, hyphens.");
}
