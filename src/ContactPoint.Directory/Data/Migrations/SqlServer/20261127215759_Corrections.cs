using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_feed_queued_source_row_key",
                schema: "directory",
                table: "feed_queued");

            migrationBuilder.DropPrimaryKey(
                name: "PK_feed_kept_apart",
                schema: "directory",
                table: "feed_kept_apart");

            migrationBuilder.AddColumn<string>(
                name: "format",
                schema: "directory",
                table: "feed_queued",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddColumn<string>(
                name: "format",
                schema: "directory",
                table: "feed_kept_apart",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddPrimaryKey(
                name: "PK_feed_kept_apart",
                schema: "directory",
                table: "feed_kept_apart",
                columns: new[] { "source", "format", "row_key", "child_id" });

            migrationBuilder.CreateTable(
                name: "feed_contradiction",
                schema: "directory",
                columns: table => new
                {
                    contradiction_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    field = table.Column<int>(type: "int", nullable: false),
                    source = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    said_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_contradiction", x => x.contradiction_id);
                    table.ForeignKey(
                        name: "FK_feed_contradiction_child_child_id",
                        column: x => x.child_id,
                        principalSchema: "directory",
                        principalTable: "child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_feed_queued_source_format_row_key",
                schema: "directory",
                table: "feed_queued",
                columns: new[] { "source", "format", "row_key" });

            migrationBuilder.CreateIndex(
                name: "IX_feed_contradiction_child_id_field_source",
                schema: "directory",
                table: "feed_contradiction",
                columns: new[] { "child_id", "field", "source" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feed_contradiction",
                schema: "directory");

            migrationBuilder.DropIndex(
                name: "IX_feed_queued_source_format_row_key",
                schema: "directory",
                table: "feed_queued");

            migrationBuilder.DropPrimaryKey(
                name: "PK_feed_kept_apart",
                schema: "directory",
                table: "feed_kept_apart");

            migrationBuilder.DropColumn(
                name: "format",
                schema: "directory",
                table: "feed_queued");

            migrationBuilder.DropColumn(
                name: "format",
                schema: "directory",
                table: "feed_kept_apart");

            migrationBuilder.AddPrimaryKey(
                name: "PK_feed_kept_apart",
                schema: "directory",
                table: "feed_kept_apart",
                columns: new[] { "source", "row_key", "child_id" });

            migrationBuilder.CreateIndex(
                name: "IX_feed_queued_source_row_key",
                schema: "directory",
                table: "feed_queued",
                columns: new[] { "source", "row_key" });
        }
    }
}
