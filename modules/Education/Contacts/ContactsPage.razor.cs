using ContactPoint.Sdk.Results;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Modules.Education.Contacts;

/// <summary>Where a school's own staff keep whom colleagues must reach there.</summary>
public sealed partial class ContactsPage : ComponentBase
{
    private IReadOnlyList<ContactEntry>? entries;
    private IReadOnlyList<FieldError>? errors;
    private Error? refused;
    private ContactForm? form;
    private ContactEntry? other;
    private SchoolFunction? saved;
    private bool busy;

    [Inject]
    private KeepContactsHandler Handler { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private string? ErrorOf(string field) => FieldError.For(errors, field);

    private async Task ReadAsync()
    {
        var result = await Handler.ReadAsync();
        (entries, refused) = (result.Succeeded ? result.Value : null, result.Error);
    }

    private void Choose(ContactEntry entry)
    {
        Leave();
        saved = null;
        form = new ContactForm
        {
            Function = entry.Function,
            ExpectedVersion = entry.Version,
            Name = entry.Contact?.Name,
            Phone = entry.Contact?.Phone,
            Email = entry.Contact?.Email,
            Availability = entry.Contact?.Availability,
        };
    }

    private void Leave() => (form, errors, other) = (null, null, null);

    private async Task SaveAsync()
    {
        if (busy || form is not { } typed) return;
        busy = true;
        var result = await Handler.SaveAsync(typed);
        busy = false;
        (refused, saved, errors, other) = (result.Error, null, null, null);
        if (!result.Succeeded) return;
        if (result.Value.IsSaved)
        {
            Leave();
            saved = typed.Function;
            await ReadAsync();
            return;
        }

        // The loser keeps what was typed, sees the other one's values, and decides: saving again replaces them.
        errors = [.. result.Value.Problems.Select(problem => new FieldError($"contact-{problem.Code}", problem.Message))];
        if (!result.Value.IsConflict) return;
        other = result.Value.Stored;
        form = typed with { ExpectedVersion = other.Version };
    }
}
