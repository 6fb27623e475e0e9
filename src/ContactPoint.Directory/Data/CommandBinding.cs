using System.Data;
using System.Data.Common;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Data;

/// <summary>Sets the parameters of a prepared command in their order, in the stored forms that EF uses.</summary>
internal static class CommandBinding
{
    /// <summary>A null for a binary column: SQL Server converts no untyped null to binary.</summary>
    public static readonly object NoBytes = new();

    public static DbCommand Bind(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) Set(command.Parameters[i], values[i]);
        return command;
    }

    /// <summary>An optional id as a value for <see cref="Bind"/>.</summary>
    public static object OrNoBytes(this Guid? id) => id is { } value ? value : NoBytes;

    public static void Set(DbParameter parameter, object? value)
    {
        (parameter.DbType, parameter.Value) = value switch
        {
            null => (DbType.AnsiString, DBNull.Value),
            Guid id => (DbType.Binary, GuidBytes.ToBytes(id)),
            byte[] bytes => (DbType.Binary, bytes),
            DateTimeOffset time => (DbType.Int64, UtcMicroseconds.ToStored(time)),
            DateOnly day => (DbType.Date, day),
            long number => (DbType.Int64, number),
            int number => (DbType.Int32, number),
            bool flag => (DbType.Boolean, flag),
            Enum choice => (DbType.Int32, Convert.ToInt32(choice, System.Globalization.CultureInfo.InvariantCulture)),
            string code => (DbType.AnsiString, code),
            _ when ReferenceEquals(value, NoBytes) => (DbType.Binary, (object)DBNull.Value),
            _ => throw new ArgumentException($"No stored form for {value.GetType().Name}.", nameof(value)),
        };
    }

    public static Guid Id(this DbDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    public static Guid? OptionalId(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Id(column);

    public static string? OptionalText(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static byte[]? OptionalBytes(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
