using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Modules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "refused_at",
                table: "kernel_two_person_act",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "refused_by",
                table: "kernel_two_person_act",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kernel_module_change",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    authority = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    after = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    changed_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    confirmed_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_module_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_module_job",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    occasion = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_module_job", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "kernel_module_value",
                columns: table => new
                {
                    authority = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_module_value", x => new { x.authority, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_module_change_authority_at",
                table: "kernel_module_change",
                columns: new[] { "authority", "at" });

            // Insert-only, as the audit log is: SQLite has no logins, so triggers stand where SQL Server has grants.
            migrationBuilder.Sql("CREATE TRIGGER kernel_module_change_no_update BEFORE UPDATE ON kernel_module_change BEGIN SELECT RAISE(ABORT, 'insert-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER kernel_module_change_no_delete BEFORE DELETE ON kernel_module_change BEGIN SELECT RAISE(ABORT, 'insert-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_module_change");

            migrationBuilder.DropTable(
                name: "kernel_module_job");

            migrationBuilder.DropTable(
                name: "kernel_module_value");

            migrationBuilder.DropColumn(
                name: "refused_at",
                table: "kernel_two_person_act");

            migrationBuilder.DropColumn(
                name: "refused_by",
                table: "kernel_two_person_act");
        }
    }
}
