using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds;

/// <summary>What a file would do, counted against its source's own last file (FED-2).</summary>
public sealed record FeedPreview
{
    /// <summary>The most rejected rows that are listed.</summary>
    public const int MostListed = 200;

    /// <summary>Why the whole file would be refused; null when it would not.</summary>
    public Error? Error { get; init; }

    /// <summary>Rows of the file.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that the last file did not have.</summary>
    public int New { get; init; }

    /// <summary>Rows that differ from the last file.</summary>
    public int Changed { get; init; }

    /// <summary>Rows as in the last file.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows of the last file that are missing.</summary>
    public int Ended { get; init; }

    /// <summary>Rows that would be rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>The first <see cref="MostListed"/> rejected rows.</summary>
    public IReadOnlyList<SourceRowView> RejectedRows { get; init; } = [];

    /// <summary>True when the run would stop for approval (FED-5).</summary>
    public bool NeedsApproval { get; init; }
}
