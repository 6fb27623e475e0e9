using System.Data.Common;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity;

/// <summary>Gives a prepared command its values, in the order of its parameters and in their stored form.</summary>
internal static class CommandValues
{
    public static DbCommand With(this DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Stored(values[i]);
        return command;
    }

    public static Guid GuidAt(this DbDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    public static DateTimeOffset TimeAt(this DbDataReader reader, int column) => UtcMicroseconds.FromStored(reader.GetInt64(column));

    public static LocalAuthorityCode? AuthorityAt(this DbDataReader reader, int column) =>
        !reader.IsDBNull(column) && LocalAuthorityCode.TryParse(reader.GetString(column), out var code) ? code : null;

    private static object Stored(object value) => value switch
    {
        Guid id => GuidBytes.ToBytes(id),
        DateTimeOffset time => UtcMicroseconds.ToStored(time),
        TimeSpan length => length.Ticks / TimeSpan.TicksPerMicrosecond,
        Enum number => Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };
}
