namespace ContactPoint.Ui.Fields;

/// <summary>One thing to put right, shown in the summary and beside its field.</summary>
/// <param name="FieldId">The id of the input; for a date or radio group the id of the group. Empty if no field is to blame.</param>
/// <param name="Message">What happened and what to do, as a sentence. Never personal data that the caller did not type.</param>
public sealed record FieldError(string FieldId, string Message)
{
    /// <summary>The message for one field, or null.</summary>
    /// <param name="errors">All errors of the form.</param>
    /// <param name="fieldId">The field's id.</param>
    public static string? For(IEnumerable<FieldError>? errors, string fieldId) =>
        errors?.FirstOrDefault(error => error.FieldId == fieldId)?.Message;
}
