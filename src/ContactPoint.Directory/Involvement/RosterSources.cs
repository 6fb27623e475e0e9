using System.Data.Common;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Involvement;

/// <summary>The children whom the caller, or the caller's team, is involved with now. Placements in school or practice are the setting's roster.</summary>
internal sealed class OwnInvolvementsRoster : IRosterSource
{
    private const string Members =
        """
        SELECT DISTINCT child_id FROM $directory.involvement
        WHERE end_date IS NULL AND is_sensitive = 0 AND service NOT IN ('education.school', 'health.gp')
            AND (practitioner_id = @practitioner OR (practitioner_id IS NULL AND organisation_id = @organisation))
        ORDER BY child_id
        """;

    public RosterKind Kind => RosterKind.OwnInvolvements;

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(unit);
        return RosterRows.ReadAsync(unit.Prepare(Members, "practitioner", "organisation").Bind(caller.PractitionerId.OrNoBytes(), caller.OrganisationId));
    }
}

/// <summary>
/// The children of the caller's own setting: those a feed or the setting placed there, in its own provisional records as in any other. A provisional record
/// without a placement is not listed, for no other record would be: the roster tells none apart (SHD-6).
/// </summary>
/// <remarks>
/// Of a shielded child the setting sees the row that it supplied itself and nothing more (SHD-2): neither a placement that somebody else told of, nor the
/// child whose row has become a provisional record of the setting's own.
/// </remarks>
internal sealed class OwnSettingRoster(IShieldRegister shields) : IRosterSource
{
    private const string Members =
        """
        SELECT i.child_id, MAX(CASE WHEN s.child_id IS NOT NULL OR (i.source_id = @organisation AND i.feed_run IS NULL) THEN 1 ELSE 0 END)
        FROM $directory.involvement i LEFT JOIN $directory.feed_source_row s ON s.child_id = i.child_id AND s.source = @organisation
        WHERE i.end_date IS NULL AND i.is_sensitive = 0 AND i.confirmed_at IS NOT NULL AND i.practitioner_id IS NULL AND i.organisation_id = @organisation
            AND i.service IN ('education.school', 'education.early-years', 'health.gp')
        GROUP BY i.child_id ORDER BY i.child_id
        """;

    public RosterKind Kind => RosterKind.OwnSetting;

    public async ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(unit);
        return await RosterRows.OfSettingAsync(unit.Prepare(Members, "organisation").Bind(caller.OrganisationId), shields, unit);
    }
}

internal static class RosterRows
{
    public static async ValueTask<IReadOnlyList<ChildId>> ReadAsync(DbCommand command)
    {
        var members = new List<ChildId>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) members.Add(new ChildId(reader.Id(0)));
        return members;
    }

    /// <summary>Of a shielded child only the row that the setting supplied itself: the second column says which those are.</summary>
    public static async ValueTask<IReadOnlyList<ChildId>> OfSettingAsync(DbCommand command, IShieldRegister shields, IUnitOfWork unit)
    {
        var members = new List<(ChildId Child, bool IsOwnRow)>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) members.Add((new ChildId(reader.Id(0)), reader.GetInt32(1) == 1));
        var levels = await shields.ReadAsync([.. members.Select(member => member.Child)], unit);
        return [.. members.Where((member, place) => member.IsOwnRow || levels[place].Level == ShieldLevel.None).Select(member => member.Child)];
    }
}
