using System.Data;
using System.Data.Common;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>A statement as an ordinary command (SQL Server).</summary>
internal sealed class CommandStatement(DbCommand command) : IStatement
{
    public void Bind(int parameter, long value) => command.Parameters[parameter - 1].Value = value;

    public void Bind(int parameter, string? value) => command.Parameters[parameter - 1].Value = value ?? (object)DBNull.Value;

    public void Bind(int parameter, ReadOnlySpan<byte> value) => command.Parameters[parameter - 1].Value = value.ToArray();

    public void BindNoBytes(int parameter)
    {
        // A NULL of no type is sent as text, which does not convert to bytes.
        command.Parameters[parameter - 1].DbType = DbType.Binary;
        command.Parameters[parameter - 1].Value = DBNull.Value;
    }

    public void Run() => command.ExecuteNonQuery();

    public byte[]? Bytes() => command.ExecuteScalar() as byte[];
}
