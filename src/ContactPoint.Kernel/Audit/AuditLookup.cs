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
    /// <param name="unit">The unit.</param>
    /// <param name="most">How many at most.</param>
    public async Task<List<AuditEntryRow>> NewestAsync(KernelContext context, IQueryable<AuditEntryRow> entries, IUnitOfWork unit, int most)
    {
        if (Id is null && User is null && Child is null) return await entries.OrderByDescending(row => row.No).Take(most).ToListAsync();
        var matching = Match(entries);
        var complete = LedgerHead.Read(unit).CompleteTo(unit.Provider);

        // Whether there is a leaf is not asked of the tail: one that nobody signed must not take an entry out of sight.
        var found = await matching.Where(row => row.No > complete).OrderByDescending(row => row.No).Take(most).ToListAsync();
        found.AddRange(await Match(context.Set<AuditLeafRow>().AsNoTracking()).Join(matching, leaf => leaf.EntryNo, row => row.No, (leaf, row) => new { leaf, row })
            .OrderByDescending(pair => pair.leaf.EntryNo).Take(most).Select(pair => pair.row).ToListAsync());
        return [.. found.DistinctBy(row => row.No).OrderByDescending(row => row.No).Take(most)];
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
