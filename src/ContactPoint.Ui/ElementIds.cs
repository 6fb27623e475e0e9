namespace ContactPoint.Ui;

/// <summary>
/// Ids of elements that need one for a label: counted up within one circuit. A count of the process would tell every caller how much the
/// others are shown.
/// </summary>
internal sealed class ElementIds
{
    private int made;

    /// <summary>A fresh id.</summary>
    /// <param name="kind">What it begins with.</param>
    public string Next(string kind) => $"{kind}-{Interlocked.Increment(ref made)}";
}
