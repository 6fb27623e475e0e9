using System.Text.Json;
using System.Text.Json.Nodes;
using ContactPoint.Kernel.Access;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Ledger;
using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Merkle;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Audit;

internal sealed class AuditReview(IUnitOfWorkFactory units, ISessionCheck sessions, IAuditTrail trail, ISealer sealer, ChildPseudonyms pseudonyms, KeyRing keys, ILedgerSealer seal, TimeProvider clock) : IAuditReview
{
    private static readonly Error NotReviewer = new("audit.not-reviewer", "Only a security reviewer reads the audit trail.");
    private static readonly Error NoEntry = new("audit.no-entry", "There is no such entry, or it is not yours to review.");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public Task<Result<AuditPage>> ListAsync(CallerContext caller, AuditFilter filter, CancellationToken cancellation = default) =>
        units.RunAsync<Result<AuditPage>>(async unit =>
        {
            if (!await MayReviewAsync(caller, unit)) return await RefuseAsync(caller, AuditEvents.AuditListed, unit);
            var context = unit.Lease<KernelContext>(DisclosureScope.None);
            var lookup = await AuditQuery.LookupAsync(context, filter);
            var rows = lookup is null ? [] : await lookup.NewestAsync(context, AuditQuery.Apply(ReviewedBy(context, caller), filter), unit, AuditFilter.PageSize + 1);
            var lines = await AuditQuery.LinesAsync(context, rows.Take(AuditFilter.PageSize).ToList());
            await trail.AppendAsync(new AuditEvent
            {
                Type = AuditEvents.AuditListed,
                Actor = AuditActor.Of(caller),
                Outcome = AuditOutcome.Granted,
                Detail = new Dictionary<string, object?> { ["filter"] = filter, ["entries"] = lines.Select(line => line.Id).ToList() },
            }, unit);
            var next = rows.Count > AuditFilter.PageSize ? AuditQuery.Place(rows[AuditFilter.PageSize - 1].No) : null;
            return new AuditPage(lines, next, seal.State);
        }, cancellation);

    public Task<Result<AuditEntryView>> OpenAsync(CallerContext caller, Guid entry, CancellationToken cancellation = default) =>
        units.RunAsync<Result<AuditEntryView>>(async unit =>
        {
            if (!await MayReviewAsync(caller, unit)) return await RefuseAsync(caller, AuditEvents.AuditOpened, unit);
            var context = unit.Lease<KernelContext>(DisclosureScope.None);
            var row = (await new AuditLookup(Id: entry).NewestAsync(context, ReviewedBy(context, caller), unit, 1)).SingleOrDefault();
            await trail.AppendAsync(new AuditEvent
            {
                Type = AuditEvents.AuditOpened,
                Actor = AuditActor.Of(caller),
                Outcome = row is null ? AuditOutcome.Refused : AuditOutcome.Granted,
                Target = new AuditTarget("audit-entry", entry, null, null),
            }, unit);
            if (row is null) return NoEntry;
            var line = (await AuditQuery.LinesAsync(context, [row]))[0];
            var (leaf, proof) = await ProveAsync(context, row);
            return new AuditEntryView(line, (Relationship)row.Relationship, row.PolicyVersion, await PayloadAsync(context, row), leaf, proof);
        }, cancellation);

    // Nobody reviews what they did themselves (USR-11).
    private static IQueryable<AuditEntryRow> ReviewedBy(KernelContext context, CallerContext caller)
    {
        var own = caller.UserId;
        var entries = context.Set<AuditEntryRow>().AsNoTracking().Where(row => row.UserId != own);
        return caller.Authority is { } authority ? entries.Where(row => row.Authority == authority.Value) : entries;
    }

    private async ValueTask<bool> MayReviewAsync(CallerContext caller, IUnitOfWork unit) =>
        await sessions.IsLiveAsync(caller, unit)
        && caller.Scopes.Any(scope => scope.Role == Role.SecurityReviewer && scope.ExpiresAt > clock.GetUtcNow());

    private async ValueTask<Error> RefuseAsync(CallerContext caller, AuditEventType type, IUnitOfWork unit)
    {
        await trail.AppendAsync(new AuditEvent { Type = type, Actor = AuditActor.Of(caller), Outcome = AuditOutcome.Refused }, unit);
        return NotReviewer;
    }

    private async ValueTask<string?> PayloadAsync(KernelContext context, AuditEntryRow row)
    {
        if (row.SealedPayload is null) return null;
        var salted = sealer.Unseal(AuditTrail.Payload, row.Id, row.SealedPayload);
        var whole = JsonNode.Parse(salted.AsSpan(PayloadCommitment.SaltSize))!.AsObject();
        return (await new AuditRedaction(pseudonyms, context).RedactAsync(whole, (AuditOutcome)row.Outcome)).ToJsonString(Indented);
    }

    private async Task<(long? Leaf, EntryProof Proof)> ProveAsync(KernelContext context, AuditEntryRow row)
    {
        var open = AuditPublicPart.Of(row).Encode();
        var mac = new LedgerHash(row.Mac);
        var commitment = new LedgerHash(row.Commitment);
        if (!EntryMac.Verify(keys.Mac, row.Id, open, commitment, mac)) return (null, EntryProof.Broken);
        var leaf = await context.Set<AuditLeafRow>().AsNoTracking().SingleOrDefaultAsync(one => one.EntryNo == row.No);
        if (leaf is null) return (null, EntryProof.TailVerified);
        var size = await context.Set<AuditCheckpointRow>().MaxAsync(checkpoint => checkpoint.Size);
        var frontier = await context.Set<AuditCheckpointRow>().Where(checkpoint => checkpoint.Size == size).Select(checkpoint => checkpoint.Frontier).SingleAsync();
        var proof = await MerkleProofs.InclusionAsync(new StoredNodes(context), leaf.Number, size);
        var hash = AuditLeaf.Hash(row.Id, mac, open, commitment);
        var included = MerkleProofs.VerifyInclusion(hash, leaf.Number, size, proof, MerkleFrontier.FromBytes(frontier).Root());
        return (leaf.Number, included ? EntryProof.Included : EntryProof.Broken);
    }
}
