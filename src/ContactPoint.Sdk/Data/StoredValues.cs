using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ContactPoint.Sdk.Data;

/// <summary>Stores a Guid as its 16 bytes in network order: alike on both providers, and time-ordered ids sort as bytes.</summary>
public sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => ToBytes(id), bytes => new Guid(bytes, true))
{
    /// <summary>The stored form.</summary>
    /// <param name="id">The id.</param>
    public static byte[] ToBytes(Guid id) => id.ToByteArray(bigEndian: true);
}

/// <summary>Stores a time as whole microseconds since 1970 in UTC: exact on both providers, comparable in SQL.</summary>
public sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(time => ToStored(time), stored => FromStored(stored))
{
    /// <summary>The stored form.</summary>
    /// <param name="time">The time.</param>
    public static long ToStored(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of a stored form.</summary>
    /// <param name="stored">Microseconds since 1970, UTC.</param>
    public static DateTimeOffset FromStored(long stored) => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond);
}
