using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.FindChild;

/// <summary>The search form. While it is filled in it says whether what is there is enough (SEA-2), by the very question that the gate asks.</summary>
public sealed partial class FindForm : ComponentBase
{
    private CpTextField? first;
    private CallerContext? caller;
    private KeySetAnswer keys = KeySetAnswer.Lacking([]);
    private IReadOnlyList<FieldError> errors = [];
    private bool busy;

    /// <summary>Called before a search.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnBegin { get; set; }

    /// <summary>Called with the answer or the refusal.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Result<SearchAnswer>> OnAnswer { get; set; }

    private bool Typed => caller is not null && Entry.Read(caller.Agency) != new SearchCriteria();

    private IReadOnlyList<CpOption<Gender?>> Genders =>
        [.. new[] { Gender.Female, Gender.Male, Gender.NotSpecified }.Select(one => new CpOption<Gender?>(one, L[$"Gender.{one}"]))];

    /// <summary>Searches with what is typed; says what is missing instead when it is not enough.</summary>
    private async Task SearchAsync()
    {
        if (busy || caller is null || Stated.Statement is not { } statement) return;
        errors = Entry.Check(caller.Agency, L);
        if (errors.Count > 0) return;
        busy = true;
        await OnBegin.InvokeAsync();
        try
        {
            await OnAnswer.InvokeAsync(await Handler.HandleAsync(new SearchRequest(statement, Entry.Read(caller.Agency))));
        }
        finally
        {
            busy = false;
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var current = await Callers.CurrentAsync();
        if (!current.Succeeded)
        {
            await OnAnswer.InvokeAsync(current.Error);
            return;
        }

        caller = current.Value;
        Weigh();
    }

    private void Weigh()
    {
        if (caller is not null) keys = SearchKeySets.Check(Entry.Read(caller.Agency), caller.Agency);
    }

    private async Task ClearAsync()
    {
        Entry.Clear();
        errors = [];
        Weigh();
        if (first is not null) await first.FocusAsync();
    }
}
