using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Corrections.CorrectRecord;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using ContactPoint.Ui;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Corrections;

/// <summary>A steward's corrections of the open record: offered to the responsible steward alone, and only under the purpose of keeping data right. What is not changed is not sent.</summary>
public sealed partial class CorrectionPanel : ComponentBase
{
    private const string FirstField = "correct-family";

    private CorrectionEntry entry = new();
    private IReadOnlyList<FieldError> errors = [];
    private IReadOnlyList<CpOption<Gender?>> genders = [];
    private IReadOnlyList<CpOption<CorrectionReason>> reasons = [];
    private bool open;
    private bool saving;
    private bool focus;

    /// <summary>The open record.</summary>
    [Parameter, EditorRequired]
    public ChildRecordView View { get; set; } = default!;

    /// <summary>Called when the record was corrected: it has moved, and is opened anew.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnCorrected { get; set; }

    [Inject]
    private PageFocus Focus { get; set; } = default!;

    /// <summary>Whether the viewer may correct the record: it spares people a dead end, and the handler decides again.</summary>
    /// <param name="view">The open record.</param>
    /// <param name="now">The moment asked about.</param>
    internal static bool IsOfferedFor(ChildRecordView view, DateTimeOffset now) => view.Identity is not null && view.Pass.Statement.Purpose == Purpose.DataQuality
        && view.Authority?.Value is { } authority && view.Pass.Caller.Stewards(authority.Code, now);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        genders = [.. new[] { Gender.Female, Gender.Male, Gender.NotSpecified }.Select(one => new CpOption<Gender?>(one, L[$"Gender.{one}"]))];
        reasons = [.. Enum.GetValues<CorrectionReason>().Where(one => one != CorrectionReason.None).Select(one => new CpOption<CorrectionReason>(one, L[$"Correct.Reason.{one}"]))];
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focus) return;
        focus = false;
        await Focus.ToAsync(FirstField);
    }

    private void Begin()
    {
        (entry, errors, open, focus) = (CorrectionEntry.Of(View), [], true, true);
    }

    private async Task SaveAsync()
    {
        if (saving) return;
        errors = entry.Birth.Read() is null ? [new FieldError("correct-birth", CorrectionErrors.BirthNotValid.Message)] : [];
        if (errors.Count > 0) return;
        saving = true;
        var result = await Handler.HandleAsync(new CorrectRecord(View.Pass, entry.Changed(View), entry.Reason));
        saving = false;
        if (result.Succeeded) await OnCorrected.InvokeAsync();
        else errors = [new FieldError(FieldOf(result.Error), result.Error.Message)];
    }

    private static string FieldOf(Error error) => error == CorrectionErrors.NoReason ? "correct-reason"
        : error == CorrectionErrors.BirthNotValid ? "correct-birth"
        : error == CorrectionErrors.AddressNotValid ? "correct-line1"
        : FirstField;
}
