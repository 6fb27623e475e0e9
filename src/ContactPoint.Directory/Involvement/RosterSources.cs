using System.Data.Common;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

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

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, IUnitOfWork unit)
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
internal sealed class OwnSettingRoster : IRosterSource
{
    private const string Members =
        """
        SELECT DISTINCT child_id FROM $directory.involvement
        WHERE end_date IS NULL AND is_sensitive = 0 AND confirmed_at IS NOT NULL AND practitioner_id IS NULL AND organisation_id = @organisation
            AND service IN ('education.school', 'education.early-years', 'health.gp')
        ORDER BY child_id
        """;

    public RosterKind Kind => RosterKind.OwnSetting;

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(unit);
        return RosterRows.ReadAsync(unit.Prepare(Members, "organisation").Bind(caller.OrganisationId));
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
}
