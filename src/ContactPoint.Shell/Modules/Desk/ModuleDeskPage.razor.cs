using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Ui.Layout;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Modules.Desk;

/// <summary>A super-user's desk for the modules of the local authority (MOD-3). Each act is decided again by the Kernel, with the caller of that moment.</summary>
public sealed partial class ModuleDeskPage : ComponentBase
{
    private PageHeading? heading;
    private ModuleDeskView? view;
    private Error? refused;
    private string? done;
    private bool busy;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ActAsync(_ => Task.FromResult<Result<string?>>(default(string)));

    private Task SaveAsync(IReadOnlyList<SettingPreview> changes) => ActAsync(async caller =>
    {
        var said = "";
        foreach (var change in changes)
        {
            var result = await Desk.ChangeAsync(caller, change.Setting.Setting.Key, change.Setting.Value, change.After);
            if (!result.Succeeded) return result.Error;
            said = said is "" || said == $"{result.Value}" ? $"{result.Value}" : "Both";
        }

        return said;
    });

    private Task UndoAsync(Guid change) => ActAsync(async caller => Said(await Desk.UndoAsync(caller, change)));

    private Task ConfirmAsync(Guid proposal) => ActAsync(async caller => Said(await Desk.ConfirmAsync(caller, proposal), "Confirmed"));

    private Task RefuseAsync(Guid proposal) => ActAsync(async caller => Said(await Desk.RefuseAsync(caller, proposal), "Refused"));

    private static Result<string?> Said<T>(Result<T> result, string? words = null) => result.Succeeded ? words ?? $"{result.Value}" : result.Error;

    // One act at a time; what holds is read again after each, refused ones too.
    private async Task ActAsync(Func<CallerContext, Task<Result<string?>>> act)
    {
        if (busy) return;
        busy = true;
        (refused, done) = (null, null);
        var caller = await Callers.CurrentAsync();
        var result = caller.Succeeded ? await act(caller.Value) : caller.Error;
        var read = caller.Succeeded ? await Desk.ReadAsync(caller.Value) : caller.Error;
        (view, refused, done) = (read.Succeeded ? read.Value : null, result.Error ?? read.Error, result.Succeeded ? result.Value : null);
        busy = false;

        // The button that was pressed may have gone; what became of the act stands under the heading. A refusal takes the focus itself.
        if (done is not null && heading is not null) await heading.FocusAsync();
    }
}
