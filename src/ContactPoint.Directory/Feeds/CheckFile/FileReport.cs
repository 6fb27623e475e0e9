using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.CheckFile;

/// <summary>What is wrong in a file, by its form alone: nothing of what it would change, and no value of it.</summary>
public sealed record FileReport
{
    /// <summary>Why the whole file would be refused; null when it would not.</summary>
    public Error? Error { get; init; }

    /// <summary>Rows of the file.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that would be taken.</summary>
    public int Good { get; init; }

    /// <summary>Rows that say the same as one before them: they are taken once.</summary>
    public int Repeated { get; init; }

    /// <summary>Rows that would be rejected, by line.</summary>
    public IReadOnlyList<RowReport> Problems { get; init; } = [];

    /// <summary>True when the whole file and every row would be taken.</summary>
    public bool IsGood => Error is null && Problems.Count == 0;
}

/// <summary>A row that would be rejected.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Field">The column concerned; null for the whole row.</param>
/// <param name="WhatToDo">What is wrong and what to do, in plain words.</param>
public sealed record RowReport(int Line, string Code, string? Field, string WhatToDo);
