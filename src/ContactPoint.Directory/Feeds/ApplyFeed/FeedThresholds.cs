using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Compares a file with its source's last one, by hashes alone.</summary>
internal static class FeedThresholds
{
    /// <summary>How much of the last file would change or end (FED-5).</summary>
    public static FeedThreshold Of(FilePlan plan, SourceState state, FeedSemantics semantics)
    {
        var (changed, found) = (0, new HashSet<RowKey>());
        foreach (var row in plan.Rows.Where(row => row.Kind == PlannedKind.Valid))
        {
            if (state.Find(row, plan) is not { } key || !found.Add(key)) continue;
            if (state.Rows[key].Content != row.Content) changed++;
        }

        // Of a register nothing ends; that much is missing stops it all the same.
        var ended = (plan.HasUntold && !plan.Header.Form.IsRegister) || semantics == FeedSemantics.Delta ? 0 : state.Rows.Keys.Count(key => !plan.About.Contains(key) && !found.Contains(key));
        return new FeedThreshold(changed, ended, state.Rows.Count);
    }

    /// <summary>What a dry run tells.</summary>
    public static FeedPreview Preview(FilePlan plan, SourceState state, FeedSemantics semantics)
    {
        var threshold = Of(plan, state, semantics);
        var valid = plan.Rows.Where(row => row.Kind == PlannedKind.Valid).ToList();
        var known = valid.Count(row => state.Find(row, plan) is not null);
        var rejected = plan.Problems.OrderBy(problem => problem.Key).ToList();
        return new FeedPreview
        {
            Rows = plan.Rows.Count,
            New = valid.Count - known,
            Changed = threshold.Changed,
            Unchanged = known - threshold.Changed,
            Ended = threshold.Ended,
            Rejected = rejected.Count,
            RejectedRows = [.. rejected.Take(FeedPreview.MostListed)
                .Select(row => new SourceRowView(row.Key, SourceOutcome.Rejected, row.Value.Code, row.Value.Field, row.Value.WhatToDo))],
            NeedsApproval = threshold.IsPassed,
        };
    }
}
