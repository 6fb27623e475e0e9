using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Audit;

/// <summary>Filters and lines of the reviewers' list.</summary>
internal static class AuditQuery
{
    private static readonly Dictionary<int, AuditEventType> Types = AuditEvents.All.ToDictionary(type => type.Code);

    /// <summary>The conditions that need no look-up.</summary>
    public static IQueryable<AuditEntryRow> Apply(IQueryable<AuditEntryRow> rows, AuditFilter filter)
    {
        if (filter.From is { } from) rows = rows.Where(row => row.At >= from);
        if (filter.To is { } to) rows = rows.Where(row => row.At < to);
        if (filter.EventCode is { } code) rows = rows.Where(row => row.EventCode == code);
        if (filter.Outcome is { } outcome) rows = rows.Where(row => row.Outcome == (int)outcome);
        if (filter.Purpose is { } purpose) rows = rows.Where(row => row.Purpose == (int)purpose);
        return PlaceOf(filter.Before) is { } before ? rows.Where(row => row.No < before) : rows;
    }

    /// <summary>What the filter looks up; null for a user whom nobody knows, who has no entries.</summary>
    public static async Task<AuditLookup?> LookupAsync(KernelContext context, AuditFilter filter)
    {
        if (string.IsNullOrWhiteSpace(filter.UserName)) return new AuditLookup(Child: filter.Child);
        var name = filter.UserName.Trim().ToUpperInvariant();
        var user = await context.Set<KernelUser>().Where(one => one.NormalizedUserName == name).Select(one => (Guid?)one.Id).SingleOrDefaultAsync();
        return user is null ? null : new AuditLookup(User: user, Child: filter.Child);
    }

    public static async Task<List<AuditLine>> LinesAsync(KernelContext context, List<AuditEntryRow> rows)
    {
        var userIds = rows.Select(row => row.UserId).Distinct().ToList();
        var users = await context.Set<KernelUser>().AsNoTracking().Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id);
        var numbers = rows.Select(row => row.No).ToList();
        var leaves = (await context.Set<AuditLeafRow>().AsNoTracking().Where(leaf => numbers.Contains(leaf.EntryNo)).Select(leaf => leaf.EntryNo).ToListAsync()).ToHashSet();
        return [.. rows.Select(row =>
        {
            var user = users.GetValueOrDefault(row.UserId);
            var type = Types.GetValueOrDefault(row.EventCode) ?? new AuditEventType(row.EventCode, "event " + row.EventCode.ToString(CultureInfo.InvariantCulture));
            return new AuditLine(row.Id, row.At, type, (AuditOutcome)row.Outcome, user?.UserName, user?.DisplayName, (Purpose)row.Purpose, row.Child, leaves.Contains(row.No));
        })];
    }

    /// <summary>The place in the list, of no meaning to the reader. It need not be secret: it pages only what the reader may read anyway.</summary>
    public static string Place(long no) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(no.ToString("x", CultureInfo.InvariantCulture)));

    private static long? PlaceOf(string? place) =>
        place is { Length: > 0 and < 40 } && Base64Url.IsValid(place)
        && long.TryParse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(place)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var no) ? no : null;
}
