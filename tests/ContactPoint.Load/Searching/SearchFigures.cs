using System.Collections.Concurrent;

namespace ContactPoint.Load.Searching;

/// <summary>What a load saw. Everything that is not an answer of one's own is counted, nothing is passed over.</summary>
public sealed class SearchFigures
{
    private readonly ConcurrentQueue<double> times = new();
    private readonly ConcurrentQueue<string> words = new();
    private int wrong;
    private int refused;
    private int failed;
    private int behind;

    /// <summary>Searches answered.</summary>
    public int Answers => times.Count;

    /// <summary>Answers without the child sought at the top, or with a child that this circuit never asked for.</summary>
    public int Wrong => wrong;

    /// <summary>Searches answered by a refusal.</summary>
    public int Refused => refused;

    /// <summary>Events or searches that brought no answer.</summary>
    public int Failed => failed;

    /// <summary>Searches that began more than a second after their turn: the load was then lighter than asked for.</summary>
    public int Behind => behind;

    /// <summary>The first few things that went wrong.</summary>
    public IReadOnlyList<string> Words => [.. words.Take(5)];

    /// <summary>The time below which a share of the searches was answered, in milliseconds, typing included.</summary>
    public double Quantile(double share)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length == 0 ? 0 : Math.Round(sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(share * sorted.Length) - 1)], 1);
    }

    internal void Answered(TimeSpan took) => times.Enqueue(took.TotalMilliseconds);

    internal void CountBehind() => Interlocked.Increment(ref behind);

    internal void CountWrong(string what) => Count(ref wrong, what);

    internal void CountRefused(string what) => Count(ref refused, what);

    internal void CountFailed(string what) => Count(ref failed, what);

    private void Count(ref int counter, string what)
    {
        Interlocked.Increment(ref counter);
        words.Enqueue(what);
    }
}
