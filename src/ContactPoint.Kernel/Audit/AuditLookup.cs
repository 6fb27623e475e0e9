using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Audit;

/// <summary>By what entries are looked up; null where it does not matter. The sealer's table has an index for each.</summary>
internal sealed record AuditLookup(Guid? Id = null, Guid? User = null, Guid? Child = null)
{
    /// <summary>The newest entries that match, newest first: sealed ones by the sealer's table, the others by reading through the tail.</summary>
    /// <param name="context">The unit's context.</param>
    /// <param name="entries">Entries, with every other condition on them.</param>
    /// <param name="provider">The unit's database.</param>
    /// <param name="most">How many at most.</param>
    public async Task<List<AuditEntryRow>> NewestAsync(KernelContext context, IQueryable<AuditEntryRow> entries, DatabaseProvider provider, int most)
    {
        if (Id is null && User is null && Child is null) return await entries.OrderByDescending(row => row.No).Take(most).ToListAsync();
        var leaves = context.Set<AuditLeafRow>().AsNoTracking();
        var sealedTo = await leaves.MaxAsync(leaf => (long?)leaf.EntryNo) ?? 0;
        var from = sealedTo - LedgerSealer.LateArrivals(provider);
        var tail = Match(entries.Where(row => row.No > from && !leaves.Any(leaf => leaf.EntryNo == row.No)));
        var found = await tail.OrderByDescending(row => row.No).Take(most).ToListAsync();
        found.AddRange(await Match(leaves).Join(entries, leaf => leaf.EntryNo, row => row.No, (leaf, row) => new { leaf, row })
            .OrderByDescending(pair => pair.leaf.EntryNo).Take(most).Select(pair => pair.row).ToListAsync());
        return [.. found.OrderByDescending(row => row.No).Take(most)];
    }

    private IQueryable<AuditEntryRow> Match(IQueryable<AuditEntryRow> rows)
    {
        if (Id is { } id) rows = rows.Where(row => row.Id == id);
        if (User is { } user) rows = rows.Where(row => row.UserId == user);
        return Child is { } child ? rows.Where(row => row.Child == child) : rows;
    }

    private IQueryable<AuditLeafRow> Match(IQueryable<AuditLeafRow> leaves)
    {
        if (Id is { } id) leaves = leaves.Where(leaf => leaf.EntryId == id);
        if (User is { } user) leaves = leaves.Where(leaf => leaf.UserId == user);
        return Child is { } child ? leaves.Where(leaf => leaf.Child == child) : leaves;
    }
}
