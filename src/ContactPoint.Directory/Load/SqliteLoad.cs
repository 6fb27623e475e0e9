using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Directory.Load;

/// <summary>SQLite: prepared inserts. Indexes whose keys come in no order are built at the end, by one sort each.</summary>
internal sealed class SqliteLoad : ILoadTarget
{
    public static readonly SqliteLoad Instance = new();

    private const string Nothing = "SELECT 1";

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
        await unit.Prepare(DropBlind).ExecuteNonQueryAsync();
        await unit.Prepare(DropOrganisation).ExecuteNonQueryAsync();
        await unit.Prepare(DropPractitioner).ExecuteNonQueryAsync();
    }

    public async ValueTask FinishAsync(IUnitOfWork unit)
    {
        await unit.Prepare(MakeBlind).ExecuteNonQueryAsync();
        await unit.Prepare(MakeOrganisation).ExecuteNonQueryAsync();
        await unit.Prepare(MakePractitioner).ExecuteNonQueryAsync();
    }

    public ValueTask WriteAsync(LoadTable table, PackedRows rows, IUnitOfWork unit)
    {
        var connection = (SqliteConnection)unit.Prepare(Nothing).Connection!;
        using var insert = new SqliteRows(connection, table);
        insert.Write(rows);
        return ValueTask.CompletedTask;
    }
}
