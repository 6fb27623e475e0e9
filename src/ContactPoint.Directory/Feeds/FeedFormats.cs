using ContactPoint.Directory.Feeds.Profiles;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds;

/// <summary>The formats of this host: those that ready modules bring.</summary>
/// <param name="sources">Those who bring them.</param>
/// <param name="own">Profiles that an operator wrote: a command has one for its own run.</param>
public sealed class FeedFormats(IEnumerable<IFeedFormatSource> sources, IEnumerable<OwnProfile>? own = null)
{
    // When first asked: by then each module has come to its state.
    private readonly Lazy<List<FeedFormat>> all = new(() =>
        [.. sources.SelectMany(source => source.Formats).DistinctBy(format => format.Key).Select(format => WithOwn(format, own)).OrderBy(format => format.Subject).ThenBy(format => format.Name, StringComparer.Ordinal)]);

    /// <summary>Every format: those about children first, each by name.</summary>
    public IReadOnlyList<FeedFormat> All => all.Value;

    /// <summary>The format of a key; null when no module brings it.</summary>
    /// <param name="key">The key.</param>
    public FeedFormat? Find(string? key) => all.Value.Find(format => format.Key == key);

    /// <summary>The formats that bodies of a kind supply about children, by name.</summary>
    /// <param name="supplier">The kind.</param>
    public IReadOnlyList<FeedFormat> Of(OrganisationKind supplier) => all.Value.FindAll(format => format.Subject == FeedSubject.Children && format.Supplier == supplier);

    /// <summary>How a run's file is read; null where no module brings its format or profile any more.</summary>
    internal FileForm? FormOf(string format, string? profile) =>
        Find(format) is not { } found ? null
        : profile is null ? new FileForm(found)
        : profile == FileForm.TranscriptKey ? new FileForm(found) { IsTranscript = true }
        : found.Profiles.FirstOrDefault(one => one.Key == profile) is { } known ? new FileForm(found, known)
        : null;

    /// <summary>How a file that comes in is read, or why the supplier may not supply it.</summary>
    internal Result<(FileForm Form, FeedSemantics Semantics)> FormOf(FeedFile file, FeedSupplier supplier)
    {
        var supplied = FormatsOf(supplier);
        if (file.Format is null && supplied.Count > 1) return FeedErrors.FormatNeeded;
        if (supplied.FirstOrDefault(format => file.Format is null || format.Key == file.Format) is not { } format) return FeedErrors.UnknownFormat;
        if (file.Profile == FileForm.TranscriptKey || FormOf(format.Key, file.Profile) is not { } form) return FeedErrors.UnknownProfile;
        var semantics = file.Semantics ?? format.Semantics[0];
        return format.Semantics.Contains(semantics) ? (supplier.Narrow(form), semantics) : FeedErrors.WrongSemantics;
    }

    /// <summary>What a supplier may send.</summary>
    internal IReadOnlyList<FeedFormat> FormatsOf(FeedSupplier supplier) => supplier.Register is { } register ? [register] : Of(supplier.Body.Kind);

    private static FeedFormat WithOwn(FeedFormat format, IEnumerable<OwnProfile>? own) =>
        own?.Where(one => one.Format == format.Key).Select(one => one.Profile).ToList() is [_, ..] written ? format with { Profiles = [.. format.Profiles, .. written] } : format;
}
