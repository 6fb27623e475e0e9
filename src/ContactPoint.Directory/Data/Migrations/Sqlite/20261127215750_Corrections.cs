using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_directory_feed_queued_source_row_key",
                table: "directory_feed_queued");

            migrationBuilder.DropPrimaryKey(
                name: "PK_directory_feed_kept_apart",
                table: "directory_feed_kept_apart");

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "directory_feed_queued",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "directory_feed_kept_apart",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddPrimaryKey(
                name: "PK_directory_feed_kept_apart",
                table: "directory_feed_kept_apart",
                columns: new[] { "source", "format", "row_key", "child_id" });

            migrationBuilder.CreateTable(
                name: "directory_feed_contradiction",
                columns: table => new
                {
                    contradiction_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    field = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    said_sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_contradiction", x => x.contradiction_id);
                    table.ForeignKey(
                        name: "FK_directory_feed_contradiction_directory_child_child_id",
                        column: x => x.child_id,
                        principalTable: "directory_child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_queued_source_format_row_key",
                table: "directory_feed_queued",
                columns: new[] { "source", "format", "row_key" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_contradiction_child_id_field_source",
                table: "directory_feed_contradiction",
                columns: new[] { "child_id", "field", "source" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_feed_contradiction");

            migrationBuilder.DropIndex(
                name: "IX_directory_feed_queued_source_format_row_key",
                table: "directory_feed_queued");

            migrationBuilder.DropPrimaryKey(
                name: "PK_directory_feed_kept_apart",
                table: "directory_feed_kept_apart");

            migrationBuilder.DropColumn(
                name: "format",
                table: "directory_feed_queued");

            migrationBuilder.DropColumn(
                name: "format",
                table: "directory_feed_kept_apart");

            migrationBuilder.AddPrimaryKey(
                name: "PK_directory_feed_kept_apart",
                table: "directory_feed_kept_apart",
                columns: new[] { "source", "row_key", "child_id" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_queued_source_row_key",
                table: "directory_feed_queued",
                columns: new[] { "source", "row_key" });
        }
    }
}
