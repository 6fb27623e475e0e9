using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>Who a row might mean, before anything is read: holders of its UPN, and the best of the index.</summary>
/// <param name="ByNumber">Children who have, or had, its UPN or former UPN.</param>
/// <param name="All">Those, the proposals of the index, and shielded children whom no name can rule out.</param>
/// <param name="Scorer">Compares records with the row.</param>
internal sealed record RowProposal(IReadOnlySet<ChildId> ByNumber, IReadOnlyList<ChildId> All, QueryScorer Scorer);

internal sealed class RowProposals(IChildIndex index, ISealer sealer)
{
    /// <summary>How many the index proposes for a row.</summary>
    private const int Most = 8;

    // Far below what a steward is asked about: such a stranger need not be read.
    private const double LeastBits = -12;

    public async ValueTask<RowProposal> OfAsync(JobPass pass, FeedRow row, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var byNumber = new HashSet<ChildId>();
        foreach (var upn in new[] { row.Upn, row.FormerUpn }.OfType<string>())
        {
            await using var reader = await FeedStatements.FindUpn(unit).Bind(sealer.BlindIndex(DirectoryPurposes.Blind(IdentifierSchemes.Upn), upn)).ExecuteReaderAsync();
            while (await reader.ReadAsync()) byNumber.Add(new ChildId(reader.Id(0)));
        }

        var query = QueryOf(row);
        var hits = index.Find(query, Most, out var scorer);
        var prior = Math.Log2(Math.Max(1, scorer.Population));

        // Those who lie apart are looked among for every row: one that may mean a shielded child is held, and what its own supplier holds is known again.
        var proposed = hits.Concat(index.FindApart(Apart.Shielded, query, Most, scorer)).Concat(index.FindApart(Apart.Provisional, query, Most, scorer))
            .Where(hit => hit.Score.Bits - prior > LeastBits).Select(hit => hit.Key).Concat(index.FindClosed(row.DateOfBirth, Most)).Select(child => new ChildId(child));
        return new(byNumber, [.. byNumber.Union(proposed)], scorer);
    }

    private static IndexQuery QueryOf(FeedRow row) => new()
    {
        Family = row.Name.Family,
        Given = row.Name.Given,
        Middle = row.Name.Middle,
        DateOfBirth = row.DateOfBirth,
        Gender = IndexRecords.Of(row.Gender),
        Postcode = PostcodeOf(row),
    };

    /// <summary>The postcode that a row says, when it is one.</summary>
    public static Postcode? PostcodeOf(FeedRow row) => Postcode.TryParse(row.Address?.Postcode, out var postcode, out _) ? postcode : null;
}
