using ContactPoint.Sdk.Results;
using ContactPoint.Ui.Fields;
using ContactPoint.Ui.Layout;
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
    private PageHeading? heading;
    private bool busy;
    private bool begins;

    [Inject]
    private KeepContactsHandler Handler { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    // The form stands below the list, out of sight on a narrow screen.
    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!begins) return;
        begins = false;
        await Focus.ToAsync("contact-name");
    }

    private string? ErrorOf(string field) => FieldError.For(errors, field);

    private async Task ReadAsync()
    {
        var result = await Handler.ReadAsync();
        (entries, refused) = (result.Succeeded ? result.Value : null, result.Error);
    }

    private void Choose(ContactEntry entry)
    {
        Leave();
        (saved, begins) = (null, true);
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

    private Task LeaveAsync()
    {
        Leave();
        return FocusHeadingAsync();
    }

    // The button that was pressed goes away with the form.
    private Task FocusHeadingAsync() => heading?.FocusAsync().AsTask() ?? Task.CompletedTask;

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
            await FocusHeadingAsync();
            return;
        }

        // The loser keeps what was typed, sees the other one's values, and decides: saving again replaces them.
        errors = [.. result.Value.Problems.Select(problem => new FieldError($"contact-{problem.Code}", problem.Message))];
        if (!result.Value.IsConflict) return;
        other = result.Value.Stored;
        form = typed with { ExpectedVersion = other.Version };
    }
}
