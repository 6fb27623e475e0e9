using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Ledger.Verification;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Audit;

internal sealed class AuditVerification(LedgerKeys signing, KeyRing ring, IOptions<DatabaseOptions> database) : IAuditVerification
{
    public string PublicKey => signing.Signing.VerifierKey.Text;

    public string? HeldCheckpoint()
    {
        var folder = Path.Combine(database.Value.DataDirectory, CheckpointShipper.FolderName);
        if (!System.IO.Directory.Exists(folder)) return null;

        // The names hold the size with leading zeros: the last name is the newest.
        var newest = System.IO.Directory.EnumerateFiles(folder, "checkpoint-*.note").Max(StringComparer.Ordinal);
        return newest is null ? null : File.ReadAllText(newest);
    }

    public Task<VerificationReport> VerifyAsync(Stream export, IReadOnlyList<string> held, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        LedgerVerifier.VerifyAsync(
            export, new LedgerVerifierOptions { TrustedKeys = [signing.Signing.VerifierKey], MacKeys = [ring.Mac], HeldCheckpoints = held }, progress, cancellation);
}
