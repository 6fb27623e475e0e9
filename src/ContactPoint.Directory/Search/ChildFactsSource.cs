using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Search;

/// <summary>Facts for the policy, by the same statement as candidates. A record whose identity does not open counts as absent.</summary>
internal sealed class ChildFactsSource(SealedDocuments documents, Decoy decoy) : IChildFacts
{
    public async ValueTask<IReadOnlyList<ChildFacts>> ReadAsync(FactsPass pass, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var rows = await CandidateReads.ReadAsync(pass.Children, [], unit);
        return [.. pass.Children.Select(child => Facts(child, rows.GetValueOrDefault(child.Value)))];
    }

    private ChildFacts Facts(ChildId child, CandidateRow? row)
    {
        var opens = (row ?? decoy.Row).OpenIdentity(documents) is not null;
        return row is not null && opens ? row.Facts : ChildFacts.Absent(child);
    }
}
