using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Registers;

/// <summary>Applies a batch of a register in one transaction: progress, bodies, audit entries, outcomes. All or nothing (I-22, I-42). No body is ever taken away.</summary>
internal sealed class RegisterBatches(IUnitOfWorkFactory units, IAuditTrail trail, IIdSource ids, TimeProvider clock)
{
    /// <returns>How it ended, and how many rows were done.</returns>
    public async Task<(BatchEnd End, int Rows)> ApplyAsync(FeedRunContext run, JobPass pass, int from, int count, CancellationToken cancellation)
    {
        var rows = run.Plan.Rows.Skip(from).Take(count).ToList();
        var says = new Dictionary<int, RegisterRow>();
        foreach (var row in rows.Where(row => row.Kind == PlannedKind.Valid)) says[row.Line] = await run.Plan.ReadBodyAsync(row, run.Content, cancellation);
        try
        {
            return (await units.RunAsync(unit => WriteAsync(run, pass, from, rows, says, unit), CancellationToken.None), rows.Count);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (BatchEnd.Moved, 0);
        }
    }

    /// <summary>The sector of the bodies of a kind.</summary>
    public static Agency AgencyOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.School => Agency.Education,
        OrganisationKind.GeneralPractice or OrganisationKind.HealthService => Agency.Health,
        OrganisationKind.YouthOffendingTeam => Agency.YouthOffending,
        OrganisationKind.VoluntaryOrganisation => Agency.Voluntary,
        _ => Agency.SocialCare,
    };

    private async ValueTask<BatchEnd> WriteAsync(
        FeedRunContext run, JobPass pass, int from, List<PlannedRow> rows, Dictionary<int, RegisterRow> says, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var (kind, numbers) = (run.Supplier.Kind, says.Values.Select(row => row.Number).ToArray());
        var known = await context.Set<OrganisationRow>().Where(row => row.Kind == kind && numbers.Contains(row.RegisterCode))
            .ToDictionaryAsync(row => row.RegisterCode!, StringComparer.Ordinal);
        var effects = rows.ConvertAll(row =>
            says.TryGetValue(row.Line, out var said) ? RegisterChange.Effect(run, row, said, known.GetValueOrDefault(said.Number)) : Unread(run, row));

        int Of(FeedOutcome outcome) => effects.Count(effect => effect.Outcome == outcome);
        var advanced = await FeedStatements.Advance(unit).Bind(
            from + rows.Count, clock.GetUtcNow(), Of(FeedOutcome.Applied), Of(FeedOutcome.Unchanged), Of(FeedOutcome.Created), 0, Of(FeedOutcome.Rejected), 0,
            run.Run, run.Runner, from).ExecuteNonQueryAsync();
        if (advanced != 1) return BatchEnd.TakenOver;
        foreach (var effect in effects) await WriteAsync(run, pass, effect, effect.Says is { } said ? known.GetValueOrDefault(said.Number) : null, context, unit);
        await context.SaveChangesAsync();
        return BatchEnd.Written;
    }

    private static RegisterEffect Unread(FeedRunContext run, PlannedRow row) => row.Kind == PlannedKind.Rejected
        ? new RegisterEffect(row, FeedOutcome.Rejected, SourceOutcome.Rejected, run.Plan.Problems[row.Line])
        : new RegisterEffect(row, FeedOutcome.Unchanged, SourceOutcome.Unchanged);

    private OrganisationRow New(FeedRunContext run, RegisterRow says) => new()
    {
        OrganisationId = ids.NewId(),
        Kind = run.Supplier.Kind,
        Name = says.Name,
        Agency = AgencyOf(run.Supplier.Kind),
        RegisterCode = says.Number,
        Service = run.Form.Format.Effect.Service,
    };

    private async ValueTask WriteAsync(FeedRunContext run, JobPass pass, RegisterEffect effect, OrganisationRow? known, DirectoryContext context, IUnitOfWork unit)
    {
        await FeedStatements.InsertOutcome(unit).Bind(
            run.Run, effect.Row.Line, effect.Outcome, effect.Told, effect.Note?.Code, effect.Note?.Field, effect.Note?.WhatToDo).ExecuteNonQueryAsync();
        if (effect.Says is not { } says) return;
        var body = known ?? New(run, says);
        if (known is null) context.Add(body);
        var before = known is null ? null : RegisterChange.Image(body);
        RegisterChange.Write(body, says, run.From.AsAt);
        (body.RegisterMark, body.RegisterAsAt) = (effect.Row.Content.ToBytes(), run.From.AsAt);
        if (effect.Outcome == FeedOutcome.Unchanged) return;
        await trail.AppendAsync(
            new AuditEvent
            {
                Type = AuditEvents.FeedRow,
                Actor = AuditActor.Of(pass.Caller),
                Outcome = AuditOutcome.Granted,
                Target = new AuditTarget("organisation", body.OrganisationId, before, RegisterChange.Image(body)),
                Detail = new Dictionary<string, object?> { ["run"] = run.Run, ["source"] = run.Supplier.Id, ["line"] = effect.Row.Line, ["outcome"] = effect.Outcome.ToString() },
            },
            unit);
    }
}
