using System.Security.Cryptography;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Testing;

/// <summary>Ids that two worlds draw alike: the n-th id of a name is the same in both.</summary>
/// <param name="seed">Same seed, same ids.</param>
public sealed class RepeatableIds(string seed) : IIdSource
{
    private long next;

    public Guid NewId() => new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{seed}-{Interlocked.Increment(ref next)}")).AsSpan(0, 16));

    public Guid NewOrderedId(DateTimeOffset at) => NewId();
}
