using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Resources;
using ContactPoint.Ui.Fields;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Shell.Audit;

/// <summary>
/// What a reviewer filters by, as typed. Kept while the circuit lasts: an address with a name or a child's pseudonym would stay in the
/// browser's history.
/// </summary>
internal sealed class AuditFilterEntry
{
    public DateEntry From { get; set; } = DateEntry.Empty;

    public DateEntry To { get; set; } = DateEntry.Empty;

    public int? EventCode { get; set; }

    public AuditOutcome? Outcome { get; set; }

    public string? UserName { get; set; }

    public Purpose? Purpose { get; set; }

    public string? Child { get; set; }

    /// <summary>Empties the form.</summary>
    public void Clear() => (From, To, EventCode, Outcome, UserName, Purpose, Child) = (DateEntry.Empty, DateEntry.Empty, null, null, null, null, null);

    /// <summary>Everything one user did.</summary>
    public void OfUser(string userName)
    {
        Clear();
        UserName = userName;
    }

    /// <summary>Everything done about one child.</summary>
    public void OfChild(Guid pseudonym)
    {
        Clear();
        Child = pseudonym.ToString();
    }

    /// <summary>What cannot be read; empty when the filter can be used.</summary>
    public IReadOnlyList<FieldError> Check(IStringLocalizer<ShellText> words)
    {
        List<FieldError> found = [];
        if (!From.IsEmpty && From.Read() is null) found.Add(new("from", words["Audit.DateWrong"]));
        if (!To.IsEmpty && To.Read() is null) found.Add(new("to", words["Audit.DateWrong"]));
        if (From.Read() is { } from && To.Read() is { } to && to < from) found.Add(new("to", words["Audit.DateOrder"]));
        if (!string.IsNullOrWhiteSpace(Child) && !Guid.TryParse(Child, out _)) found.Add(new("child", words["Audit.ChildWrong"]));
        return found;
    }

    /// <summary>The filter: whole days of the United Kingdom, the last one included.</summary>
    /// <param name="before">Where the page begins; null for the newest.</param>
    public AuditFilter Read(string? before) => new()
    {
        From = From.Read() is { } from ? UkTime.StartOf(from) : null,
        To = To.Read() is { } to ? UkTime.StartOf(to.AddDays(1)) : null,
        EventCode = EventCode,
        Outcome = Outcome,
        UserName = string.IsNullOrWhiteSpace(UserName) ? null : UserName.Trim(),
        Purpose = Purpose,
        Child = Guid.TryParse(Child, out var child) ? child : null,
        Before = before,
    };
}
