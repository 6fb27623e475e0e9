using System.Threading.Channels;
using ContactPoint.Ledger.Export;

namespace ContactPoint.Ledger.Verification;

/// <summary>
/// Reads, parses and hashes leaves on one thread while the verifier builds the tree on another: about half the time for a whole log. A handful of
/// batches go round, so memory stays bounded whatever the file's size.
/// </summary>
internal sealed class ExportPipeline(Stream export)
{
    private const int Batches = 4;
    private readonly Channel<ExportBatch> _free = Channel.CreateBounded<ExportBatch>(Batches);
    private readonly Channel<ExportBatch> _full = Channel.CreateBounded<ExportBatch>(Batches);

    /// <summary>Gives each batch to <paramref name="take"/>, in order. A malformed file ends in a batch whose last line is the exception.</summary>
    internal async Task RunAsync(Action<ExportBatch> take, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        for (var i = 0; i < Batches; i++)
            _free.Writer.TryWrite(new ExportBatch());
        var reading = Task.Run(() => ReadAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in _full.Reader.ReadAllAsync(cancellationToken))
            {
                take(batch);
                batch.Clear();
                _free.Writer.TryWrite(batch);
            }
        }
        finally
        {
            // The stream is the caller's again only once nobody reads it.
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await reading;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reader = new LedgerExportReader(export);
            var more = true;
            while (more)
            {
                var batch = await _free.Reader.ReadAsync(cancellationToken);
                more = await FillAsync(reader, batch, cancellationToken);
                await _full.Writer.WriteAsync(batch, cancellationToken);
            }
        }
        finally
        {
            // Without a fault here: whoever awaits the reading task gets the true one.
            _full.Writer.TryComplete();
        }
    }

    private static async ValueTask<bool> FillAsync(LedgerExportReader reader, ExportBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            while (!batch.IsFull)
            {
                if (!await reader.ReadAsync(cancellationToken))
                    return false;
                batch.Add(reader);
            }
            return true;
        }
        catch (LedgerFormatException e)
        {
            batch.Add(e);
            return false;
        }
    }
}
