namespace ContactPoint.Ledger.Export;

/// <summary>An export that is no export: says on which line and why. Never repeats the line's content.</summary>
public sealed class LedgerFormatException : Exception
{
    /// <summary>For serialisers only.</summary>
    public LedgerFormatException() { }

    /// <summary>For serialisers only.</summary>
    public LedgerFormatException(string message) : base(message) { }

    /// <summary>For serialisers only.</summary>
    public LedgerFormatException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>A fault on a line.</summary>
    public LedgerFormatException(long line, string reason, Exception? innerException = null)
        : base($"Line {line}: {reason}", innerException)
    {
        Line = line;
        Reason = reason;
    }

    /// <summary>Line number from 1.</summary>
    public long Line { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Reason { get; } = "";
}
