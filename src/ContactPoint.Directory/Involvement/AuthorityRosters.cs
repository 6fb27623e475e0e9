using System.Data.Common;
using System.Globalization;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Involvement;

/// <summary>
/// The children of the caller's authority who are of compulsory school age and miss education: by their status, or because neither a school nor another education
/// is known of. Status "at school" needs no look at placements: it comes with a placement and goes with the last (<c>PlacementChange</c>).
/// </summary>
/// <remarks>
/// Read from an index that holds no child at school, the oldest first, and no further than the gate's lists go. Of the years of birth in which some are of age and
/// some are not the date is under seal; only of those is it opened.
/// </remarks>
internal sealed class MissingEducationRoster(SealedDocuments documents, TimeProvider clock) : IRosterSource
{
    public const string Members =
        """
        SELECT c.child_id, CASE WHEN c.birth_year <= @leaving OR c.birth_year = @youngest THEN c.identity_sealed END
        FROM $directory.child c
        WHERE c.authority = @authority AND c.state = 1 AND c.education <> 1 AND c.education IN (0, 4, 5) AND c.birth_year >= @oldest AND c.birth_year <= @youngest
            AND (c.education = 4 OR NOT EXISTS (SELECT 1 FROM $directory.involvement i WHERE i.child_id = c.child_id AND i.service = 'education.school'
                AND i.end_date IS NULL AND i.is_sensitive = 0 AND i.confirmed_at IS NOT NULL))
        ORDER BY c.birth_year, c.child_id
        """;

    public RosterKind Kind => RosterKind.MissingEducation;

    public ValueTask<bool> ServesAsync(CallerContext caller, IUnitOfWork unit) => AuthorityRows.IsEducationServiceAsync(caller, unit);

    public async ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit)
    {
        var today = UkDay.Today(clock);
        var (oldest, leaving, youngest) = SchoolAge.YearsOfBirth(today);
        var command = unit.Prepare(Members, "authority", "oldest", "leaving", "youngest").Bind(caller.Authority?.Value, oldest, leaving, youngest);
        return await AuthorityRows.ReadAsync(command, reader => reader.OptionalBytes(1) is not { } closed || IsOfAge(reader.Id(0), closed, today));
    }

    // A record that does not open is no record to the gate either.
    private bool IsOfAge(Guid child, byte[] closed, DateOnly today) =>
        documents.Open(DirectoryPurposes.Identity, child, closed, DocumentTypes.Default.IdentityDocument) is { } identity && SchoolAge.Covers(identity.DateOfBirth.Value, today);
}

/// <summary>The children of the caller's authority who are educated at home.</summary>
internal sealed class HomeEducatedRoster : IRosterSource
{
    private const string Members =
        """
        SELECT c.child_id FROM $directory.child c
        WHERE c.authority = @authority AND c.state = 1 AND c.education <> 1 AND c.education = 2
        ORDER BY c.birth_year, c.child_id
        """;

    public RosterKind Kind => RosterKind.HomeEducated;

    public ValueTask<bool> ServesAsync(CallerContext caller, IUnitOfWork unit) => AuthorityRows.IsEducationServiceAsync(caller, unit);

    public ValueTask<IReadOnlyList<ChildId>> MembersAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit) =>
        AuthorityRows.ReadAsync(unit.Prepare(Members, "authority").Bind(caller.Authority?.Value), _ => true);
}

internal static class AuthorityRows
{
    // Four times what can be asked for: so many would have to be hidden before the end of the list told of them.
    private const int Most = 4 * 103 * RosterRequest.PageSize;

    private const string Service =
        "SELECT COUNT(*) FROM $directory.organisation WHERE organisation_id = @organisation AND kind = 3 AND agency = 1 AND authority = @authority";

    /// <summary>Whether the caller works in an education service of the authority, and not in one of its schools.</summary>
    public static async ValueTask<bool> IsEducationServiceAsync(CallerContext caller, IUnitOfWork unit) =>
        Convert.ToInt32(await unit.Prepare(Service, "organisation", "authority").Bind(caller.OrganisationId, caller.Authority?.Value).ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 1;

    public static async ValueTask<IReadOnlyList<ChildId>> ReadAsync(DbCommand command, Func<DbDataReader, bool> belongs)
    {
        var members = new List<ChildId>();
        await using var reader = await command.ExecuteReaderAsync();
        while (members.Count < Most && await reader.ReadAsync())
            if (belongs(reader)) members.Add(new ChildId(reader.Id(0)));
        return members;
    }
}
