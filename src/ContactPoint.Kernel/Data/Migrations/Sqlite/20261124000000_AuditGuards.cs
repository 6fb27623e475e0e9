using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Kernel.Data.Migrations.Sqlite;

/// <summary>Entries are insert-only. SQLite has no logins, so triggers stand where SQL Server has grants: weaker, and the tree finds what gets past them.</summary>
[DbContext(typeof(SqliteKernelContext))]
[Migration("20261124000000_AuditGuards")]
internal sealed class AuditGuards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "kernel_audit_entry", "kernel_audit_leaf", "kernel_audit_node", "kernel_audit_checkpoint" })
        {
            // Only the purge of a payload may change an entry; the tree commits to everything else.
            var allowed = table == "kernel_audit_entry" ? "OF no, id, at, event_code, outcome, user_id, organisation_id, authority, child, purpose, relationship, policy_version, commitment, mac " : string.Empty;
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE {allowed}ON {table} BEGIN SELECT RAISE(ABORT, 'insert-only'); END;");
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'insert-only'); END;");
        }
    }
}
