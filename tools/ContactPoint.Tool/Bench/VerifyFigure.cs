using System.Diagnostics;
using ContactPoint.Kernel.Audit;
using ContactPoint.Ledger.Notes;
using ContactPoint.Ledger.Verification;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Bench;

/// <summary>How quickly the log of this run verifies from memory.</summary>
/// <param name="Entries">Entries of the log.</param>
/// <param name="PerSecond">With the public key alone, the best round.</param>
/// <param name="WithMacPerSecond">With the MAC key too.</param>
/// <param name="Cores">Processors of this machine; two threads share the work.</param>
internal sealed record VerifyFigure(long Entries, double PerSecond, double WithMacPerSecond, int Cores)
{
    // A log of a few seconds is verified in a blink, before the compiler has done its work: rounds are repeated.
    private const int LeastRounds = 3;
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(2);

    /// <summary>Processor time of the whole process for one entry with the public key, in microseconds.</summary>
    public double CpuMicroseconds { get; init; }

    public static async Task<VerifyFigure> MeasureAsync(ToolHost host, CancellationToken cancellation)
    {
        await host.Get<ILedgerSealer>().SealAsync(cancellation);
        using var export = new MemoryStream();
        await host.Get<IAuditExport>().WriteAsync(export, null, cancellation);
        var verification = host.Get<IAuditVerification>();
        var options = new LedgerVerifierOptions { TrustedKeys = [NoteVerifierKey.Parse(verification.PublicKey)] };
        var (entries, open, cpu) = await BestAsync(export, stream => LedgerVerifier.VerifyAsync(stream, options, null, cancellation));
        var (_, keyed, _) = await BestAsync(export, stream => verification.VerifyAsync(stream, [], null, cancellation));
        return new VerifyFigure(entries, Math.Round(open), Math.Round(keyed), Environment.ProcessorCount) { CpuMicroseconds = Math.Round(cpu, 2) };
    }

    private static async Task<(long Entries, double PerSecond, double CpuMicroseconds)> BestAsync(MemoryStream export, Func<Stream, Task<VerificationReport>> verify)
    {
        var (best, least) = (0.0, double.MaxValue);
        long entries = 0;
        var whole = Stopwatch.StartNew();
        for (var round = 0; round < LeastRounds || whole.Elapsed < LeastTime; round++)
        {
            export.Position = 0;
            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            var report = await verify(export);
            clock.Stop();
            if (!report.Ok) throw new InvalidOperationException("The log of the bench does not verify.");
            entries = report.Entries;
            best = Math.Max(best, entries / clock.Elapsed.TotalSeconds);
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / entries);
        }

        return (entries, best, least);
    }
}
