using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Checks a small file in memory; keeps nothing.</summary>
internal sealed class FileTrial(FileCheck check)
{
    /// <summary>The plan of the file, or why it is refused: <see cref="FileErrors.TooLarge"/> where it is longer than it may be.</summary>
    public async Task<Result<FilePlan>> RunAsync(Stream content, FileForm form, Guid source, DateOnly asAt, long longest, CancellationToken cancellation)
    {
        var opened = await IncomingFile.OpenAsync(content, form, longest, cancellation);
        if (!opened.Succeeded) return opened.Error;
        await using var incoming = opened.Value;
        try
        {
            return await check.RunAsync(incoming.Form, source, asAt, await MemoryContent.ReadAsync(incoming.Content, longest, cancellation), cancellation);
        }
        catch (FileRefusedException refused)
        {
            return refused.Error;
        }
    }
}
