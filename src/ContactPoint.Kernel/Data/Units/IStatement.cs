namespace ContactPoint.Kernel.Data.Units;

/// <summary>
/// A statement that every access pays for, prepared once a connection and bound by position: on SQLite at a fraction of a command's cost,
/// which looks each parameter up by name and makes a reader for each run. Parameters are numbered from 1 in their order in the text.
/// </summary>
internal interface IStatement
{
    /// <summary>Binds a number.</summary>
    void Bind(int parameter, long value);

    /// <summary>Binds a text; null for NULL.</summary>
    void Bind(int parameter, string? value);

    /// <summary>Binds bytes; they are copied.</summary>
    void Bind(int parameter, ReadOnlySpan<byte> value);

    /// <summary>Binds NULL in place of bytes.</summary>
    void BindNoBytes(int parameter);

    /// <summary>Runs a statement that returns nothing.</summary>
    void Run();

    /// <summary>The bytes in the first column of the first row; null when there is none.</summary>
    byte[]? Bytes();
}
