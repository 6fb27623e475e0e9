namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>What a file may be at most, so that no file holds much memory or time (I-40).</summary>
internal static class FileLimits
{
    /// <summary>Bytes of a file.</summary>
    public const long FileBytes = 512L * 1024 * 1024;

    /// <summary>Bytes of a row.</summary>
    public const int RowBytes = 8 * 1024;

    /// <summary>Characters of a field.</summary>
    public const int FieldLength = 200;

    /// <summary>Columns.</summary>
    public const int Columns = 64;

    /// <summary>Columns of a register: national ones publish some 150.</summary>
    public const int RegisterColumns = 200;

    /// <summary>Rows: far more than any list has.</summary>
    public const int Rows = 100_000;

    /// <summary>Lines, blank ones too.</summary>
    public const int Lines = 2 * Rows;

    /// <summary>Age of the oldest young person that a record may be about (REC-2).</summary>
    public const int OldestAge = 25;
}
