using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>Takes the image of a record in a unit.</summary>
internal sealed class RecordImages(IChildReader reader)
{
    public async ValueTask<(ChildRecord Record, RecordImage Image)?> OfAsync(JobPass pass, ChildId child, IUnitOfWork unit)
    {
        if ((await reader.ReadAsync(pass, [child], unit))[0] is not { Identity: { } identity } record || record.Unreadable.Count > 0) return null;
        var numbers = new Dictionary<Guid, bool>();
        await using (var found = await QueueStatements.Numbers(unit).Bind(child.Value).ExecuteReaderAsync())
            while (await found.ReadAsync()) numbers[found.Id(0)] = found.GetInt32(1) == 1;
        var placements = new Dictionary<Guid, PlacementImage>();
        await using (var found = await QueueStatements.Placements(unit).Bind(child.Value).ExecuteReaderAsync())
            while (await found.ReadAsync()) placements[found.Id(0)] = new PlacementImage(found.GetInt32(2) == 1, found.IsDBNull(1) ? null : found.GetFieldValue<DateOnly>(1));
        return (record, new RecordImage
        {
            Identity = identity,
            Whereabouts = record.Whereabouts,
            FormerAddresses = record.FormerAddresses,
            Carers = record.Carers,
            Education = record.Education,
            Authority = record.Authority?.Value,
            Numbers = numbers,
            Placements = placements,
        });
    }
}
