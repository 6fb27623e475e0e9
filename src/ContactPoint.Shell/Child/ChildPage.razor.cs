using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Layout;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Child;

/// <summary>
/// One child's record. Opened when the page is, under the purpose stated in this circuit; blank again as soon as the pass has ended, the
/// session or the record was revoked, or another purpose is being chosen.
/// </summary>
public sealed partial class ChildPage : ComponentBase
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private ChildRecordView? view;
    private Error? refused;
    private bool ended;
    private bool declaring;
    private bool corrected;
    private bool gone;
    private (Error? Refused, DeclaredInvolvement? Done) notice;
    private ITimer? timer;
    private IDisposable? watch;
    private int opening;

    /// <summary>Which record, as a result or a roster line gave it: sealed, good in this session alone.</summary>
    [Parameter, EditorRequired]
    public string Handle { get; set; } = "";

    /// <inheritdoc />
    public void Dispose()
    {
        gone = true;
        timer?.Dispose();
        Stated.Changed -= StatementChanged;
        Blank();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Stated.Changed += StatementChanged;
        timer = Clock.CreateTimer(_ => InvokeAsync(EndIfOver), null, Beat, Beat);
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => Stated.IsSettled ? OpenAsync() : Task.CompletedTask;

    private async Task OpenAsync()
    {
        if (Stated.Statement is not { } statement) return;
        var mine = ++opening;
        Blank();
        (refused, ended, corrected) = (null, false, false);
        StateHasChanged();
        var result = await Open.HandleAsync(new OpenChild(statement, new ChildHandle(Handle)));

        // Another record, another purpose or another page came in between: what was read is not shown.
        if (gone || mine != opening || !Stated.IsSettled) return;
        if (result.Succeeded) Show(result.Value);
        else refused = result.Error;
        StateHasChanged();
    }

    private void Show(ChildRecordView opened)
    {
        view = opened;

        // Revoked means that something about the child changed for somebody: blank, and opened again only if the person asks (each opening is an access).
        watch = Watches.Watch(opened.Pass.Child, () => InvokeAsync(End));
        if (opened.Identity?.Value is { } identity)
            InView.Show(this, $"{Naming.Listed(identity.Name.Family, identity.Name.Given, identity.Name.Middle)} · {identity.DirectoryNumber}");
    }

    private async Task DeclareAsync()
    {
        if (declaring || view is not { } shown) return;
        declaring = true;
        notice = default;
        var result = await Declare.HandleAsync(new DeclareInvolvement(shown.Pass));

        // The record may have moved since it was opened: decided again, then said once more.
        if (!result.Succeeded && result.Error.Code == PassErrors.Moved.Code)
        {
            await OpenAsync();
            if (view is { } fresh) result = await Declare.HandleAsync(new DeclareInvolvement(fresh.Pass));
        }

        if (result.Succeeded) await OpenAsync();
        notice = (result.Error, result.Succeeded ? result.Value : null);
        declaring = false;
    }

    private async Task CorrectedAsync()
    {
        await OpenAsync();
        corrected = view is not null;
    }

    private void StatementChanged() => _ = InvokeAsync(async () =>
    {
        try
        {
            await FollowStatementAsync();
        }
#pragma warning disable CA1031 // Nobody awaits this: without the way to the error boundary the page would say "Opening" for ever.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(fault);
        }
    });

    private async Task FollowStatementAsync()
    {
        if (gone) return;
        if (Stated.IsSettled)
        {
            notice = default;
            await OpenAsync();
            return;
        }

        opening++;
        Blank();
        StateHasChanged();
    }

    private void EndIfOver()
    {
        if (view?.Pass.HasEnded == true) End();
    }

    private void End()
    {
        if (gone) return;
        opening++;
        Blank();
        ended = true;
        StateHasChanged();
    }

    private void Blank()
    {
        view = null;
        watch?.Dispose();
        watch = null;
        InView.Clear(this);
    }
}
