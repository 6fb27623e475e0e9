using ContactPoint.Directory.Feeds.Reading.Xml;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>
/// A file as it comes in. XML is written as the separated values of its format on the way, so that whatever comes after knows one kind of content alone. Reading
/// <see cref="Content"/> throws <see cref="FileRefusedException"/> where the file turns out to be none of its format.
/// </summary>
internal sealed class IncomingFile : IAsyncDisposable
{
    private const int PeekBytes = 64 * 1024;

    private readonly IncomingBytes bytes;

    private IncomingFile(IncomingBytes bytes, FileForm form, Stream content)
    {
        this.bytes = bytes;
        Form = form;
        Content = content;
    }

    /// <summary>How <see cref="Content"/> is read.</summary>
    public FileForm Form { get; }

    /// <summary>Lines of separated values.</summary>
    public Stream Content { get; }

    /// <summary>Begins to read a file.</summary>
    /// <param name="source">Its bytes.</param>
    /// <param name="form">How it is read, if it is no XML.</param>
    /// <param name="longest">The most bytes.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The file, or why its beginning is none of a file of its format.</returns>
    public static async Task<Result<IncomingFile>> OpenAsync(Stream source, FileForm form, long longest, CancellationToken cancellation)
    {
        var bytes = new IncomingBytes(source, longest);
        try
        {
            var beginning = await bytes.PeekAsync(PeekBytes, cancellation);
            if (FileEncoding.IsBinary(beginning.Span)) return FileErrors.Utf16;
            if (!XmlEncoding.IsXml(beginning.Span)) return FileCheck.Glance(beginning.Span, form) is { } hopeless ? hopeless : new IncomingFile(bytes, form, bytes);
            if (form.Format.Xml is not { } xml) return XmlErrors.NotTaken;
            if (form.Profile is not null) return XmlErrors.NoProfile;
            var encoding = XmlEncoding.Of(beginning.Span);
            if (!encoding.Succeeded) return encoding.Error;
            var written = form with { IsTranscript = true };
            return new IncomingFile(bytes, written, new XmlTranscript(bytes, encoding.Value, XmlShape.Of(xml), written, cancellation));
        }
        catch (FileRefusedException refused)
        {
            return refused.Error;
        }
    }

    /// <summary>SHA-256 of the supplier's bytes, once <see cref="Content"/> was read to its end.</summary>
    public byte[] Digest() => bytes.Digest();

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        await bytes.DisposeAsync();
    }
}
