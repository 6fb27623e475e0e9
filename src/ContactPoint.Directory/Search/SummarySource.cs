using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Search;

internal sealed class SummarySource(SealedDocuments documents, Decoy decoy) : ISummarySource
{
    public async ValueTask<IReadOnlyList<Undisclosed<ChildSummary>>> ReadAsync(FactsPass pass, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var rows = await CandidateReads.ReadAsync(pass.Children, [], unit);
        return [.. pass.Children.Select(child => Summary(rows.GetValueOrDefault(child.Value)))];
    }

    private Undisclosed<ChildSummary> Summary(CandidateRow? row)
    {
        var identity = (row ?? decoy.Row).OpenIdentity(documents);
        return new(row is null || identity is null ? Summaries.Nobody : Summaries.Of(row, identity));
    }
}
