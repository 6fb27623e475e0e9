using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Modules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "refused_at",
                schema: "kernel",
                table: "two_person_act",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "refused_by",
                schema: "kernel",
                table: "two_person_act",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "module_change",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    authority = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    before = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    after = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    changed_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    confirmed_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_module_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "module_job",
                schema: "kernel",
                columns: table => new
                {
                    key = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    occasion = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_module_job", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "module_value",
                schema: "kernel",
                columns: table => new
                {
                    authority = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_module_value", x => new { x.authority, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "IX_module_change_authority_at",
                schema: "kernel",
                table: "module_change",
                columns: new[] { "authority", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "module_change",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "module_job",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "module_value",
                schema: "kernel");

            migrationBuilder.DropColumn(
                name: "refused_at",
                schema: "kernel",
                table: "two_person_act");

            migrationBuilder.DropColumn(
                name: "refused_by",
                schema: "kernel",
                table: "two_person_act");
        }
    }
}
