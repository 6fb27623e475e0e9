using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Directory.Load;

/// <summary>SQLite: one prepared insert a table, run row by row. Indexes whose keys come in no order are built at the end, by one sort each.</summary>
internal sealed class SqliteLoad : ILoadTarget
{
    public static readonly SqliteLoad Instance = new();

    private const string Nothing = "SELECT 1";

    // Memory for the sorts and for the parents that foreign keys look up; fewer and longer checkpoints of the write-ahead log.
    private const string MoreCache = "PRAGMA cache_size=-131072";
    private const string UsualCache = "PRAGMA cache_size=-2000";
    private const string LongLog = "PRAGMA wal_autocheckpoint=16000";
    private const string UsualLog = "PRAGMA wal_autocheckpoint=1000";
    private const string DropBlind = "DROP INDEX IF EXISTS IX_directory_identifier_blind_scheme";
    private const string DropOrganisation = "DROP INDEX IF EXISTS IX_directory_involvement_organisation_id";
    private const string DropPractitioner = "DROP INDEX IF EXISTS IX_directory_involvement_practitioner_id";
    private const string MakeBlind = """CREATE INDEX IF NOT EXISTS "IX_directory_identifier_blind_scheme" ON "directory_identifier" ("blind", "scheme")""";

    private const string MakeOrganisation =
        """CREATE INDEX IF NOT EXISTS "IX_directory_involvement_organisation_id" ON "directory_involvement" ("organisation_id") WHERE end_date IS NULL""";

    private const string MakePractitioner =
        """CREATE INDEX IF NOT EXISTS "IX_directory_involvement_practitioner_id" ON "directory_involvement" ("practitioner_id") WHERE end_date IS NULL AND practitioner_id IS NOT NULL""";

    public async ValueTask BeginAsync(IUnitOfWork unit)
    {
        await unit.Prepare(MoreCache).ExecuteNonQueryAsync();
        await unit.Prepare(LongLog).ExecuteNonQueryAsync();
        await unit.Prepare(DropBlind).ExecuteNonQueryAsync();
        await unit.Prepare(DropOrganisation).ExecuteNonQueryAsync();
        await unit.Prepare(DropPractitioner).ExecuteNonQueryAsync();
    }

    public async ValueTask FinishAsync(IUnitOfWork unit)
    {
        await unit.Prepare(MakeBlind).ExecuteNonQueryAsync();
        await unit.Prepare(MakeOrganisation).ExecuteNonQueryAsync();
        await unit.Prepare(MakePractitioner).ExecuteNonQueryAsync();
        await unit.Prepare(UsualLog).ExecuteNonQueryAsync();
        await unit.Prepare(UsualCache).ExecuteNonQueryAsync();
    }

    public ValueTask WriteAsync(LoadTable table, List<object?[]> rows, IUnitOfWork unit)
    {
        var connection = (SqliteConnection)unit.Prepare(Nothing).Connection!;
        using var insert = new SqliteRows(connection, table.SqliteInsert);
        foreach (var row in rows) insert.Write(row);
        return ValueTask.CompletedTask;
    }
}
