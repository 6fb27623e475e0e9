using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StewardQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feed_kept_apart",
                schema: "directory",
                columns: table => new
                {
                    source = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    row_key = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    decision_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_kept_apart", x => new { x.source, x.row_key, x.child_id });
                });

            migrationBuilder.CreateTable(
                name: "feed_queued",
                schema: "directory",
                columns: table => new
                {
                    queued_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    source = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    row_key = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    run_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    line = table.Column<int>(type: "int", nullable: false),
                    queued_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_queued", x => x.queued_id);
                    table.ForeignKey(
                        name: "FK_feed_queued_feed_run_run_id",
                        column: x => x.run_id,
                        principalSchema: "directory",
                        principalTable: "feed_run",
                        principalColumn: "run_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_decision",
                schema: "directory",
                columns: table => new
                {
                    decision_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    queued_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    source = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    choice = table.Column<int>(type: "int", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    undone_at = table.Column<long>(type: "bigint", nullable: true),
                    undone_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    document_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_decision", x => x.decision_id);
                    table.ForeignKey(
                        name: "FK_feed_decision_feed_queued_queued_id",
                        column: x => x.queued_id,
                        principalSchema: "directory",
                        principalTable: "feed_queued",
                        principalColumn: "queued_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_feed_decision_decided_at",
                schema: "directory",
                table: "feed_decision",
                column: "decided_at");

            migrationBuilder.CreateIndex(
                name: "IX_feed_decision_queued_id",
                schema: "directory",
                table: "feed_decision",
                column: "queued_id",
                unique: true,
                filter: "undone_at IS NULL AND choice <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_feed_kept_apart_child_id",
                schema: "directory",
                table: "feed_kept_apart",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "IX_feed_kept_apart_decision_id",
                schema: "directory",
                table: "feed_kept_apart",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "IX_feed_queued_run_id",
                schema: "directory",
                table: "feed_queued",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_feed_queued_source_row_key",
                schema: "directory",
                table: "feed_queued",
                columns: new[] { "source", "row_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feed_decision",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_kept_apart",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_queued",
                schema: "directory");
        }
    }
}
