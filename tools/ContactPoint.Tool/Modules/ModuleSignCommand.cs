using System.CommandLine;
using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Modules;

/// <summary>Puts a publisher's signature on a module, in its folder or in its package.</summary>
internal static class ModuleSignCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var module = ModuleOptions.Module();
        var key = new Option<FileInfo>("--key") { Description = "The publisher's signing key.", HelpName = "FILE", Required = true };
        var command = new Command("sign", "Signs a module's list of files; hosts that trust the key load it.") { module, key };
        command.SetBody(globals, streams, run => RunAsync(run, run.Parsed.GetRequiredValue(module), run.Parsed.GetRequiredValue(key)));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, string path, FileInfo keyFile)
    {
        if (!keyFile.Exists) return ToolErrors.NoFile(keyFile.FullName);
        if (!NoteSigningKey.TryParse((await File.ReadAllTextAsync(keyFile.FullName, run.Cancellation)).Trim(), out var key)) return NotAKey;
        using var held = key;
        var read = ModuleOptions.Read(path);
        if (!read.Succeeded) return read.Error;
        var signed = ModuleSignature.Sign(read.Value, held);

        // What would be refused anyway is not signed: signature, manifest, references.
        var verified = new ModuleLoader(new ModuleTrust([held.VerifierKey]), default, ModuleLoader.DefaultLimit, TimeProvider.System).Verify(signed);
        if (!verified.Succeeded) return verified.Error;
        if (System.IO.Directory.Exists(path)) await PutIntoFolderAsync(path, signed, run.Cancellation);
        else PutIntoPackage(path, signed);
        var manifest = verified.Value.Manifest;
        run.Output.Say(new { ok = true, manifest.Key, manifest.Version, publisher = held.VerifierKey.Text }, console =>
        {
            console.WriteLine($"{manifest.Name} {manifest.Version} is signed. Hosts that are to load it need this key in ContactPoint:Modules:Publishers:");
            console.WriteLine($"  {held.VerifierKey.Text}");
        });
        return ExitCode.Done;
    }

    private static async Task PutIntoFolderAsync(string folder, ModuleFiles signed, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, ModuleFiles.SignatureName), signed.All[ModuleFiles.SignatureName], cancellation);
        File.Delete(Path.Combine(folder, ModuleFiles.ListName));
    }

    private static void PutIntoPackage(string file, ModuleFiles signed)
    {
        var part = file + ".part";
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write)) signed.WritePackage(stream);
        File.Move(part, file, overwrite: true);
    }

    private static readonly Error NotAKey = new("key.invalid", "The file holds no signing key. Make one with 'contactpoint module key'.");
}
