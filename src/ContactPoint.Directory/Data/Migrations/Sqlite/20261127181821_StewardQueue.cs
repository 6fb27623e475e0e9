using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StewardQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_feed_kept_apart",
                columns: table => new
                {
                    source = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    row_key = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    decision_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_kept_apart", x => new { x.source, x.row_key, x.child_id });
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_queued",
                columns: table => new
                {
                    queued_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    source = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    row_key = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    run_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_queued", x => x.queued_id);
                    table.ForeignKey(
                        name: "FK_directory_feed_queued_directory_feed_run_run_id",
                        column: x => x.run_id,
                        principalTable: "directory_feed_run",
                        principalColumn: "run_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_decision",
                columns: table => new
                {
                    decision_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    queued_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    source = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    choice = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    document_sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_decision", x => x.decision_id);
                    table.ForeignKey(
                        name: "FK_directory_feed_decision_directory_feed_queued_queued_id",
                        column: x => x.queued_id,
                        principalTable: "directory_feed_queued",
                        principalColumn: "queued_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_decision_decided_at",
                table: "directory_feed_decision",
                column: "decided_at");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_decision_queued_id",
                table: "directory_feed_decision",
                column: "queued_id",
                unique: true,
                filter: "undone_at IS NULL AND choice <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_kept_apart_child_id",
                table: "directory_feed_kept_apart",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_kept_apart_decision_id",
                table: "directory_feed_kept_apart",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_queued_run_id",
                table: "directory_feed_queued",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_queued_source_row_key",
                table: "directory_feed_queued",
                columns: new[] { "source", "row_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_feed_decision");

            migrationBuilder.DropTable(
                name: "directory_feed_kept_apart");

            migrationBuilder.DropTable(
                name: "directory_feed_queued");
        }
    }
}
