namespace ContactPoint.Ledger.Export;

/// <summary>Names and limits of the export file.</summary>
internal static class ExportFormat
{
    internal const string Version = "contactpoint-ledger-export/1";

    /// <summary>Longest line in bytes, without its newline.</summary>
    internal const int MaxLine = 64 * 1024;
}
