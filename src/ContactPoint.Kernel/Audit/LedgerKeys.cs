using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Ledger.Notes;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Audit;

/// <summary>The key that signs checkpoints (Ed25519). It lies with the key ring, where no login of the database reaches.</summary>
internal sealed class LedgerKeys : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public LedgerKeys(KeyRing ring, IOptions<KernelOptions> options)
    {
        var file = Path.Combine(ring.Folder, "ledger-signing.key");
        if (!File.Exists(file))
        {
            if (!options.Value.MayCreateKeys) throw new InvalidOperationException("The key that signs the audit log is missing. Restore it.");
            using var made = NoteSigningKey.Generate(options.Value.NewLogOrigin);
            var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) access.UnixCreateMode = OwnerOnly;
            using (var writer = new StreamWriter(new FileStream(file, access))) writer.Write(made.ExportPrivateText());
            File.WriteAllText(Path.Combine(ring.Folder, "ledger-verifier.txt"), made.VerifierKey.Text);
        }

        Signing = NoteSigningKey.Parse(File.ReadAllText(file).Trim());
    }

    public NoteSigningKey Signing { get; }

    /// <summary>The log's one name, in checkpoints and exports: that of the key.</summary>
    public string Origin => Signing.VerifierKey.Name;

    public void Dispose() => Signing.Dispose();
}
