using ContactPoint.Ledger.Verification;

namespace ContactPoint.Kernel.Audit;

/// <summary>Verifies an export of this installation's own log with its keys: the MACs and the tail too, which an outsider cannot check.</summary>
/// <remarks>The keys stay inside the Kernel. Who trusts neither the host nor its keys uses the Ledger's verifier with the public key alone.</remarks>
public interface IAuditVerification
{
    /// <summary>The public key that checkpoints are signed with, as C2SP writes it.</summary>
    string PublicKey { get; }

    /// <summary>The newest checkpoint in the installation's own folder; null when none was shipped yet. Ask before the export is made.</summary>
    string? HeldCheckpoint();

    /// <summary>Verifies an export as it streams by.</summary>
    /// <param name="export">Read to its end, not closed.</param>
    /// <param name="held">Checkpoints kept elsewhere; without one, a log cut back to an earlier checkpoint looks whole.</param>
    /// <param name="progress">Entries taken so far.</param>
    /// <param name="cancellation">Stops the work.</param>
    Task<VerificationReport> VerifyAsync(Stream export, IReadOnlyList<string> held, IProgress<long>? progress = null, CancellationToken cancellation = default);
}
