using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Involvement;

/// <summary>The children who came to the caller's setting in the last days, by UK date: those of its roster whose placement began then.</summary>
internal sealed class SettingJoinersRoster(IShieldRegister shields, TimeProvider clock) : IRosterSource
{
    private const string Members =
        """
        SELECT i.child_id, MAX(CASE WHEN s.child_id IS NOT NULL OR (i.source_id = @organisation AND i.feed_run IS NULL) THEN 1 ELSE 0 END)
        FROM $directory.involvement i LEFT JOIN $directory.feed_source_row s ON s.child_id = i.child_id AND s.source = @organisation
        WHERE i.end_date IS NULL AND i.is_sensitive = 0 AND i.confirmed_at IS NOT NULL AND i.practitioner_id IS NULL AND i.organisation_id = @organisation
            AND i.service IN ('education.school', 'education.early-years', 'health.gp') AND i.start_date >= @since
        GROUP BY i.child_id ORDER BY i.child_id
        """;

    public RosterKind Kind => RosterKind.OwnSettingJoiners;

    public ValueTask<bool> ServesAsync(CallerContext caller, IUnitOfWork unit) => SettingRows.IsSettingAsync(caller, unit);

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit) =>
        RosterRows.OfSettingAsync(unit.Prepare(Members, "organisation", "since").Bind(caller.OrganisationId, SettingRows.Since(request, clock)), shields, unit);
}

/// <summary>The children who left the caller's setting in the last days, by UK date, and are not there again.</summary>
internal sealed class SettingLeaversRoster(IShieldRegister shields, TimeProvider clock) : IRosterSource
{
    private const string Members =
        """
        SELECT i.child_id, MAX(CASE WHEN s.child_id IS NOT NULL OR (i.source_id = @organisation AND i.feed_run IS NULL) THEN 1 ELSE 0 END)
        FROM $directory.involvement i LEFT JOIN $directory.feed_source_row s ON s.child_id = i.child_id AND s.source = @organisation
        WHERE i.end_date IS NOT NULL AND i.end_date >= @since AND i.is_sensitive = 0 AND i.confirmed_at IS NOT NULL AND i.practitioner_id IS NULL
            AND i.organisation_id = @organisation AND i.service IN ('education.school', 'education.early-years', 'health.gp')
            AND NOT EXISTS (SELECT 1 FROM $directory.involvement o WHERE o.child_id = i.child_id AND o.organisation_id = @organisation AND o.end_date IS NULL AND o.is_sensitive = 0
                AND o.confirmed_at IS NOT NULL AND o.practitioner_id IS NULL AND o.service IN ('education.school', 'education.early-years', 'health.gp'))
        GROUP BY i.child_id ORDER BY i.child_id
        """;

    public RosterKind Kind => RosterKind.OwnSettingLeavers;

    public ValueTask<bool> ServesAsync(CallerContext caller, IUnitOfWork unit) => SettingRows.IsSettingAsync(caller, unit);

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit) =>
        RosterRows.OfSettingAsync(unit.Prepare(Members, "organisation", "since").Bind(caller.OrganisationId, SettingRows.Since(request, clock)), shields, unit);
}

internal static class SettingRows
{
    private const string Setting =
        """
        SELECT COUNT(*) FROM $directory.organisation
        WHERE organisation_id = @organisation AND agency = @agency AND (kind IN (1, 2) OR service IN ('education.school', 'education.early-years', 'health.gp'))
        """;

    public static DateOnly Since(RosterRequest request, TimeProvider clock) => UkDay.Today(clock).AddDays(-request.Days);

    /// <summary>Whether children are placed with the caller's organisation: a school, an early years setting, a practice.</summary>
    public static async ValueTask<bool> IsSettingAsync(CallerContext caller, IUnitOfWork unit) =>
        Convert.ToInt32(await unit.Prepare(Setting, "organisation", "agency").Bind(caller.OrganisationId, caller.Agency).ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) == 1;
}
