using System.Diagnostics;
using ContactPoint.Kernel.Audit;
using ContactPoint.Ledger.Notes;
using ContactPoint.Ledger.Verification;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Bench;

/// <summary>How quickly the log of this run verifies from memory.</summary>
/// <param name="Entries">Entries of the log.</param>
/// <param name="PerSecond">With the public key alone, the best of three.</param>
/// <param name="WithMacPerSecond">With the MAC key too.</param>
internal sealed record VerifyFigure(long Entries, double PerSecond, double WithMacPerSecond)
{
    private const int Rounds = 3;

    public static async Task<VerifyFigure> MeasureAsync(ToolHost host, CancellationToken cancellation)
    {
        await host.Get<ILedgerSealer>().SealAsync(cancellation);
        using var export = new MemoryStream();
        await host.Get<IAuditExport>().WriteAsync(export, null, cancellation);
        var verification = host.Get<IAuditVerification>();
        var options = new LedgerVerifierOptions { TrustedKeys = [NoteVerifierKey.Parse(verification.PublicKey)] };
        var (entries, open) = await BestAsync(export, stream => LedgerVerifier.VerifyAsync(stream, options, null, cancellation));
        var (_, keyed) = await BestAsync(export, stream => verification.VerifyAsync(stream, [], null, cancellation));
        return new VerifyFigure(entries, Math.Round(open), Math.Round(keyed));
    }

    private static async Task<(long Entries, double PerSecond)> BestAsync(MemoryStream export, Func<Stream, Task<VerificationReport>> verify)
    {
        var best = 0.0;
        long entries = 0;
        for (var round = 0; round < Rounds; round++)
        {
            export.Position = 0;
            var clock = Stopwatch.StartNew();
            var report = await verify(export);
            clock.Stop();
            if (!report.Ok) throw new InvalidOperationException("The log of the bench does not verify.");
            entries = report.Entries;
            best = Math.Max(best, entries / clock.Elapsed.TotalSeconds);
        }

        return (entries, best);
    }
}
