using System.Security.Cryptography;
using System.Text;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>
/// The list of a module's files with their hashes, as a C2SP signed note by a publisher's key. Every file is listed, none is missing, none was
/// altered; a list that nobody signed counts in Development alone.
/// </summary>
/// <remarks>The text: the form's name on the first line, then <c>sha256-hex path</c>, a line a file.</remarks>
public static class ModuleSignature
{
    private const string Form = "contactpoint-module/1";

    /// <summary>The text that a publisher signs.</summary>
    /// <param name="files">All files of the module; lists among them are left out.</param>
    public static string ListOf(ModuleFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var text = new StringBuilder(Form).Append('\n');
        foreach (var (path, content) in files.All)
            if (path is not (ModuleFiles.SignatureName or ModuleFiles.ListName)) text.Append(HashOf(content)).Append(' ').Append(path).Append('\n');
        return text.ToString();
    }

    /// <summary>The files with their signed list.</summary>
    /// <param name="files">All files of the module.</param>
    /// <param name="key">The publisher's key.</param>
    public static ModuleFiles Sign(ModuleFiles files, NoteSigningKey key)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.With(ModuleFiles.SignatureName, Encoding.UTF8.GetBytes(SignedNote.Sign(ListOf(files), key)));
    }

    /// <summary>Whether the files are those that a trusted publisher signed.</summary>
    /// <param name="files">What was read.</param>
    /// <param name="trust">Whom to trust.</param>
    /// <returns>The publisher's name, empty for a list that nobody signed; or why not.</returns>
    public static Result<string> Verify(ModuleFiles files, ModuleTrust trust)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(trust);
        if (files.All.TryGetValue(ModuleFiles.SignatureName, out var signature))
        {
            if (!SignedNote.TryParse(signature, out var note, out _)) return ModuleErrors.Refused("Its signature file is malformed.");
            if (!note.TryVerify(trust.Publishers, out var signers, out _)) return ModuleErrors.Refused("No publisher that this installation trusts signed it.");
            return Compare(files, note.Text, ModuleFiles.SignatureName) is { } error ? error : signers[0].Name;
        }

        if (!trust.UnsignedLists || !files.All.TryGetValue(ModuleFiles.ListName, out var list)) return ModuleErrors.Refused("It is not signed.");
        return Compare(files, Encoding.UTF8.GetString(list).ReplaceLineEndings("\n"), ModuleFiles.ListName) is { } refusal ? refusal : "";
    }

    private static Error? Compare(ModuleFiles files, string text, string from)
    {
        var lines = text.Split('\n');
        if (lines[0] != Form || lines[^1].Length > 0) return Malformed;
        var listed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..^1])
        {
            if (line.Length < 66 || line[64] != ' ' || !ModulePaths.IsSafe(line[65..])) return Malformed;
            if (!listed.TryAdd(line[65..], line[..64])) return Malformed;
        }

        foreach (var (path, content) in files.All.Where(file => file.Key != from))
        {
            if (!listed.Remove(path, out var hash)) return ModuleErrors.Refused($"{path} is not in its list of files.");
            if (!hash.Equals(HashOf(content), StringComparison.OrdinalIgnoreCase)) return ModuleErrors.Refused($"{path} was altered.");
        }

        return listed.Count == 0 ? null : ModuleErrors.Refused($"{listed.Keys.Order(StringComparer.Ordinal).First()} is missing.");
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static readonly Error Malformed = ModuleErrors.Refused("Its list of files is malformed, or leads out of its folder.");
}
