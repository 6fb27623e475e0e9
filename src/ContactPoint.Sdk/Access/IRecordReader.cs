using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Access;

/// <summary>Reads the granted parts of an open record from their owners.</summary>
public interface IRecordReader
{
    /// <summary>
    /// Reads every granted part. A record that moved since the decision is decided again; a part whose owner fails is recorded
    /// in a further audit entry and answered as <see cref="RecordReading.Missing"/>.
    /// </summary>
    /// <param name="pass">The pass.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<Result<RecordReading>> ReadAsync(RecordPass pass, CancellationToken cancellation = default);
}

/// <summary>The parts of one record that may be shown.</summary>
public sealed class RecordReading
{
    private readonly IReadOnlyDictionary<PartKey, Disclosed<object?>> shown;

    internal RecordReading(RecordPass pass, IReadOnlyDictionary<PartKey, Disclosed<object?>> shown, IReadOnlySet<PartKey> missing)
    {
        Pass = pass;
        this.shown = shown;
        Missing = missing;
    }

    /// <summary>The pass the parts were read under: the one given, or a later one when the record had moved.</summary>
    public RecordPass Pass { get; }

    /// <summary>Parts that were granted and could not be read.</summary>
    public IReadOnlySet<PartKey> Missing { get; }

    /// <summary>The part when it was granted, read and holds something.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="part">Which part.</param>
    public Disclosed<T>? Part<T>(PartKey part)
        where T : class =>
        shown.TryGetValue(part, out var disclosed) && disclosed.Value is T ? disclosed.Select(value => (T)value!) : null;
}
