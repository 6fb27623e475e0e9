using CsvHelper;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>Writes the outcome file for a source: UTF-8 with a mark, CRLF, no cell that a spreadsheet takes for a formula.</summary>
/// <param name="output">Takes the file; left open.</param>
internal sealed class SourceOutcomeFile(Stream output) : IAsyncDisposable
{
    private readonly CsvWriter writer = CsvWriter.Create(
        output, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true);

    public int Rows { get; private set; }

    public async Task BeginAsync() => await writer.WriteRecordAsync(["Line", "Outcome", "Code", "Column", "What to do"]);

    public async Task WriteAsync(SourceRowView row)
    {
        writer.WriteField(row.Line);
        writer.WriteField(row.Outcome switch { SourceOutcome.Accepted => "accepted", SourceOutcome.Unchanged => "unchanged", _ => "rejected" });
        writer.WriteField(row.Code ?? string.Empty);
        writer.WriteField(row.Field ?? string.Empty);
        writer.WriteField(row.WhatToDo ?? string.Empty);
        await writer.EndRecordAsync();
        Rows++;
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
