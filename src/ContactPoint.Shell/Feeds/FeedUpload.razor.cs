using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Layout;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace ContactPoint.Shell.Feeds;

/// <summary>Sends a file in, or checks it without keeping anything. The file comes over the circuit in small pieces and is never held whole.</summary>
public sealed partial class FeedUpload : ComponentBase
{
    /// <summary>The largest file taken, in bytes: 512 MB.</summary>
    public const long LargestFile = 512L * 1024 * 1024;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<FieldError> errors = [];
    private FeedSource? source;
    private FileKindChoice kind = FileKindChoice.None;
    private DateEntry asAt = DateEntry.Empty;
    private IBrowserFile? file;
    private FeedPreview? preview;
    private Error? refused;
    private Doing doing;
    private long done;
    private DateTimeOffset shownAt;

    private enum Doing
    {
        Nothing,
        Preview,
        Apply,
    }

    /// <summary>The bodies that the steward may feed for.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FeedSource> Sources { get; set; } = [];

    private bool Busy => doing != Doing.Nothing;

    private IReadOnlyList<CpOption<FeedSource>> Bodies =>
        [.. Sources.Select(one => new CpOption<FeedSource>(one, one.RegisterCode is null ? one.Name : $"{one.Name} ({one.RegisterCode})"))];

    /// <inheritdoc />
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    private void From(FeedSource? chosen) => (source, kind, preview) = (chosen, FileKindChoice.Of(chosen is { Formats: [var only] } ? only : null), null);

    private void Take(InputFileChangeEventArgs args) => (file, preview, refused) = (args.FileCount > 0 ? args.File : null, null, null);

    private Task ApplyAsync() => SendAsync(Doing.Apply, async (caller, content) =>
    {
        var run = await Feeds.QueueAsync(caller, content, new FeedOptions(), leaving.Token);
        if (run.Succeeded) Navigation.NavigateTo($"feeds/{run.Value.Id}");
        return run.Error;
    });

    private Task PreviewAsync() => SendAsync(Doing.Preview, async (caller, content) =>
    {
        var checkedFile = await Feeds.PreviewAsync(caller, content, leaving.Token);
        preview = checkedFile.Succeeded ? checkedFile.Value : null;
        return checkedFile.Error;
    });

    private async Task SendAsync(Doing what, Func<CallerContext, FeedFile, Task<Error?>> send)
    {
        if (Busy || !IsComplete()) return;
        (doing, done, preview, refused) = (what, 0, null, null);
        StateHasChanged();
        try
        {
            var caller = await Callers.CurrentAsync();
            if (!caller.Succeeded)
            {
                refused = caller.Error;
                return;
            }

            await using var sent = new MeteredStream(file!.OpenReadStream(LargestFile, leaving.Token), Progressed);
            refused = await send(caller.Value, new FeedFile
            {
                Source = source!.Id,
                FileName = file.Name,
                Content = sent,
                AsAt = asAt.Read(),
                Format = kind.Format!.Key,
                Profile = kind.Profile?.Key,
                Semantics = kind.Semantics,
            });
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The person left the page: what was sent so far is not kept.
        }
        catch (IOException)
        {
            errors = [new FieldError("file", L["Feeds.FileUnreadable"])];
        }
        finally
        {
            doing = Doing.Nothing;
        }
    }

    private bool IsComplete()
    {
        List<FieldError> found = [];
        if (source is null) found.Add(new("source", L["Feeds.SourceMissing"]));
        if (source is not null && kind.Format is null) found.Add(new("format", L["Feeds.FormatMissing"]));
        if (!asAt.IsEmpty && (asAt.Read() is not { } day || day > UkTime.Today(Clock))) found.Add(new("as-at", L["Feeds.AsAtWrong"]));
        if (file is null) found.Add(new("file", L["Feeds.FileMissing"]));
        else if (file.Size is 0 or > LargestFile) found.Add(new("file", L["Feeds.FileSize"]));
        errors = found;
        return found.Count == 0;
    }

    private void Progressed(long bytes)
    {
        done = bytes;
        var now = Clock.GetUtcNow();
        if (now - shownAt < Beat) return;
        shownAt = now;
        _ = InvokeAsync(StateHasChanged);
    }
}
