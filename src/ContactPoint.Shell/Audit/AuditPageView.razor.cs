using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Audit;

/// <summary>The audit trail, newest first. Each page read is itself an entry, so nothing is read ahead or refreshed by itself.</summary>
public sealed partial class AuditPageView : ComponentBase
{
    // Where each page begins: the list is read by places, not by counting.
    private readonly List<string?> places = [null];
    private AuditPage? page;
    private Error? refused;
    private string announced = "";
    private int number;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ApplyAsync();

    private Task ApplyAsync()
    {
        places.RemoveRange(1, places.Count - 1);
        return TurnAsync(0);
    }

    private async Task TurnAsync(int wanted)
    {
        if (wanted < 0 || wanted >= places.Count) return;
        var caller = await Callers.CurrentAsync();
        var result = caller.Succeeded ? await Review.ListAsync(caller.Value, Entry.Read(places[wanted])) : caller.Error;
        (page, refused, number) = (result.Succeeded ? result.Value : null, result.Error, wanted);
        if (page is null) return;
        if (page.Next is { } next && places.Count == wanted + 1) places.Add(next);
        announced = page.Lines.Count == 0 ? L["Audit.NoneTitle"] : L["Audit.Read", page.Lines.Count];
    }
}
