using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.CheckFile;

/// <summary>
/// The validator that anybody may run (FED-2): the reader of feeds itself, without a database, a key or a caller, so that what it passes is what a feed takes.
/// </summary>
/// <param name="clock">Says which day it is: no date may lie after it.</param>
public sealed class FileChecker(TimeProvider clock)
{
    /// <summary>Checks a file in memory and forgets it.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="format">Its format.</param>
    /// <param name="profile">The profile when it is another system's export.</param>
    /// <param name="longest">The most bytes.</param>
    /// <param name="cancellation">Cancels the check.</param>
    public async Task<FileReport> CheckAsync(Stream content, FeedFormat format, FeedProfile? profile, long longest, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        using var keys = new PassingKeys();
        var plan = await new FileTrial(new FileCheck(new RowKeys(keys))).RunAsync(content, new FileForm(format, profile), Guid.Empty, UkDay.Today(clock), longest, cancellation);
        if (plan.Error is { } error) return new FileReport { Error = error == FileErrors.TooLarge ? TooLong(longest) : error };
        var kinds = plan.Value.Rows.CountBy(row => row.Kind).ToDictionary();
        return new FileReport
        {
            Rows = plan.Value.Rows.Count,
            Good = kinds.GetValueOrDefault(PlannedKind.Valid),
            Repeated = kinds.GetValueOrDefault(PlannedKind.Repeat),
            Problems = [.. plan.Value.Problems.OrderBy(problem => problem.Key).Select(problem => new RowReport(problem.Key, problem.Value.Code, problem.Value.Field, problem.Value.WhatToDo))],
        };
    }

    private static Sdk.Results.Error TooLong(long longest) => new("file.size",
        $"The file is larger than {longest / 1024 / 1024} MB, more than is checked here. Check that it is the right file, or check a part of it.");
}
