using ContactPoint.Directory.Data;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Children;

/// <summary>One reading of a part: the rows of the pass's child and what the viewer may know of their sources.</summary>
internal sealed class Reading
{
    private readonly HashSet<Guid> shownSources;

    private Reading(RecordPass pass, ChildRow child, List<InvolvementRow> involvements, DateOnly today, ServiceCatalogue services)
    {
        Pass = pass;
        Child = child;
        Today = today;
        Involvements = [.. involvements.Where(row => InvolvementVisibility.IsShown(row, today, services))];
        shownSources = [.. Involvements.Where(row => pass.Granted.Contains(PartOf(row))).Select(row => row.OrganisationId), pass.Caller.OrganisationId];
    }

    public RecordPass Pass { get; }

    public ChildRow Child { get; }

    public DateOnly Today { get; }

    /// <summary>The involvements that may be shown to somebody; latest start first.</summary>
    public IReadOnlyList<InvolvementRow> Involvements { get; }

    /// <summary>Reads the child and its involvements; null when there is no such child.</summary>
    public static async ValueTask<Reading?> StartAsync(RecordPass pass, DirectoryContext context, DateOnly today, ServiceCatalogue services)
    {
        var key = pass.Child.Value;
        var child = await context.Set<ChildRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ChildKey == key);
        if (child is null) return null;
        var involvements = await context.Set<InvolvementRow>().AsNoTracking().Where(row => row.ChildKey == key).OrderByDescending(row => row.StartDate).ToListAsync();
        return new Reading(pass, child, involvements, today, services);
    }

    /// <summary>A source is shown only to a viewer to whom its own contact is shown (REC-9); to itself always.</summary>
    public Origin? OriginOf(Provenance from) => shownSources.Contains(from.Source) ? new Origin(from.Kind, from.AsAt) : null;

    private static PartKey PartOf(InvolvementRow row) =>
        row.Service == ServiceCatalogue.School.Code ? PartKey.School
        : row.Service == ServiceCatalogue.GeneralPractice.Code ? PartKey.GeneralPractice
        : PartKey.Involvements;
}
