using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Layout;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.FindChild;

/// <summary>Asks why the person looks and how they stand to the child, before anything about a child is asked or shown (SEA-1).</summary>
public sealed partial class StatementForm : ComponentBase
{
    // ForColleague needs the colleague named and signed in (USR-12): it is offered by mediated look-up, not here.
    private static readonly Relationship[] Offered =
        [Relationship.PresentWithMe, Relationship.InMyCare, Relationship.ReferredToMe, Relationship.MyAreaOrSetting];

    private IReadOnlyList<CpOption<Purpose?>> purposes = [];
    private IReadOnlyList<CpOption<Relationship?>> relationships = [];
    private IReadOnlyList<FieldError> errors = [];
    private Purpose? purpose;
    private Relationship? relationship;
    private Error? refused;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await Callers.CurrentAsync();
        refused = caller.Succeeded ? null : caller.Error;
        if (refused is not null) return;
        var allowed = caller.Value.PurposesAt(Clock.GetUtcNow());
        refused = allowed.Count == 0 ? GateErrors.OutOfRole with { Message = L["Statement.NoPurpose"] } : null;
        purposes = [.. allowed.Select(one => new CpOption<Purpose?>(one, L[$"Why.{one}"], L[$"Why.{one}.Hint"]))];
        relationships = [.. Offered.Select(one => new CpOption<Relationship?>(one, L[$"Stand.{one}"]))];
        (purpose, relationship) = (Stated.Statement?.Purpose, Stated.Statement?.Relationship);
        if (purpose is null && allowed.Count == 1) purpose = allowed[0];
    }

    private void State()
    {
        List<FieldError> found = [];
        if (purpose is null) found.Add(new("purpose", L["Statement.PurposeMissing"]));
        if (relationship is null) found.Add(new("relationship", L["Statement.RelationshipMissing"]));
        errors = found;
        if (purpose is { } why && relationship is { } stands) Stated.State(new AccessStatement(why, stands));
    }
}
