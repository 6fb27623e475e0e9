using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Ui;
using ContactPoint.Ui.Actions;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.FindChild;

/// <summary>
/// The search form. It is drawn again when it is emptied or something is wrong, not for each field: a form of thirteen inputs is the
/// heaviest part of a circuit (ADR 0009).
/// </summary>
public sealed partial class FindForm : SteadyComponent
{
    private const string FirstField = "family-name";

    private CpButton? find;
    private Agency? agency;
    private IReadOnlyList<CpOption<Gender?>> genders = [];
    private IReadOnlyList<FieldError> errors = [];
    private int cleared;
    private int focused;
    private bool busy;

    /// <summary>Where the search is told of.</summary>
    [Parameter, EditorRequired]
    public FindOutcome Outcome { get; set; } = default!;

    /// <inheritdoc />
    protected override object Look => (agency, errors.Count == 0 ? null : errors, cleared);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        genders = [.. new[] { Gender.Female, Gender.Male, Gender.NotSpecified }.Select(one => new CpOption<Gender?>(one, L[$"Gender.{one}"]))];
        var current = await Callers.CurrentAsync();
        if (current.Succeeded) agency = current.Value.Agency;
        else Outcome.Show(current.Error);
    }

    /// <summary>Searches with what is typed; says what is missing instead when it is not enough.</summary>
    private async Task SearchAsync()
    {
        if (busy || agency is not { } own || Stated.Statement is not { } statement) return;
        errors = Entry.Check(own, L);
        if (errors.Count > 0) return;
        busy = true;
        try
        {
            await find!.BusyWhileAsync(async () =>
            {
                Outcome.Begin();
                Outcome.Show(await Handler.HandleAsync(new SearchRequest(statement, Entry.Read(own))));
            });
        }
        finally
        {
            busy = false;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focused == cleared) return;
        focused = cleared;
        await Focus.ToAsync(FirstField);
    }

    // A form of new fields (its key): the parameters of the old ones have not changed since they were drawn, so they would keep what was typed into them.
    private void Clear()
    {
        Entry.Clear();
        errors = [];
        cleared++;
    }
}
