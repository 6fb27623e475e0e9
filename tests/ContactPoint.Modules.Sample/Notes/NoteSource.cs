using ContactPoint.Modules.Sample.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Sample.Notes;

/// <summary>Reads the note under the pass. Some notes make it fail, so that tests see what a failing owner costs.</summary>
public sealed class NoteSource : IPartSource
{
    /// <summary>A note that makes the source throw.</summary>
    public const string Throws = "throws";

    /// <summary>A note that makes the source answer what the view does not show.</summary>
    public const string Nonsense = "nonsense";

    /// <summary>A note that makes the source hang.</summary>
    public const string Hangs = "hangs";

    /// <inheritdoc/>
    public IReadOnlyCollection<PartKey> Parts { get; } = [new PartKey("sample.note")];

    /// <inheritdoc/>
    public async ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);

        // Every note of every child, as a module that forgot to ask for the right one: the filter leaves the pass's child alone.
        var text = await unit.Lease<SampleContext>(DisclosureScope.For(pass)).Set<Note>().Select(note => note.Text).SingleOrDefaultAsync();
        if (text == Hangs)
        {
            AppContext.SetSwitch("ContactPoint.Modules.Sample.Hanging", true);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        }

        return text switch
        {
            Throws => throw new InvalidOperationException("a detail for the log alone"),
            Nonsense => new PartReading(0, new Undisclosed<object?>("no part")),
            null => new PartReading(0, new Undisclosed<object?>(null)),
            _ => new PartReading(0, new Undisclosed<object?>(new NotePart(text))),
        };
    }
}

/// <summary>What is shown.</summary>
/// <param name="Text">The note.</param>
public sealed record NotePart(string Text);
