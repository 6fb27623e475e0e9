using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Search.FindChild;

/// <summary>Finds a child: at most ten summaries, each with why it matched (SEA-4). Keys, budget and policy are the gate's.</summary>
public sealed class FindChildHandler(ICallerSource callers, IRecordGate gate)
{
    /// <summary>Searches.</summary>
    /// <param name="request">Why, in which relationship, and what with.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    public async Task<Result<SearchAnswer>> HandleAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var caller = await callers.CurrentAsync(cancellation);
        return caller.Succeeded ? await gate.SearchAsync(caller.Value, request, cancellation) : caller.Error;
    }
}
