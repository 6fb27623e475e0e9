using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_child",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    authority = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    birth_year = table.Column<short>(type: "INTEGER", nullable: false),
                    education = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    supplier = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    identity_sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_child", x => x.child_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_child_change",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_child_change", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_chunk",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    chunk_sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_chunk", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_run",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    source = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    file_mark = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    file_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    as_at = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    requested_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    beat_at = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    runner = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    is_background = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_checked = table.Column<bool>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    error_message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    holds_back_endings = table.Column<bool>(type: "INTEGER", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    processed = table.Column<int>(type: "INTEGER", nullable: false),
                    applied = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    queued = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    would_change = table.Column<int>(type: "INTEGER", nullable: true),
                    would_end = table.Column<int>(type: "INTEGER", nullable: true),
                    previous_rows = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_run", x => x.run_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_source_row",
                columns: table => new
                {
                    source = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    row_key = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    changed_run = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_source_row", x => new { x.source, x.row_key });
                });

            migrationBuilder.CreateTable(
                name: "directory_organisation",
                columns: table => new
                {
                    organisation_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agency = table.Column<int>(type: "INTEGER", nullable: false),
                    authority = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    register_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    service = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_organisation", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_child_part",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    part_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    part = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    document_sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_child_part", x => new { x.child_id, x.part_id });
                    table.ForeignKey(
                        name: "FK_directory_child_part_directory_child_child_id",
                        column: x => x.child_id,
                        principalTable: "directory_child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_identifier",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    identifier_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    scheme = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    issuer = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    blind = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    value_sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_identifier", x => new { x.child_id, x.identifier_id });
                    table.ForeignKey(
                        name: "FK_directory_identifier_directory_child_child_id",
                        column: x => x.child_id,
                        principalTable: "directory_child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_row",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    told = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    field = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    what_to_do = table.Column<string>(type: "TEXT", unicode: false, maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_row", x => new { x.run_id, x.line });
                    table.ForeignKey(
                        name: "FK_directory_feed_row_directory_feed_run_run_id",
                        column: x => x.run_id,
                        principalTable: "directory_feed_run",
                        principalColumn: "run_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_feed_verdict",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    verdict_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict_sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_feed_verdict", x => new { x.run_id, x.verdict_id });
                    table.ForeignKey(
                        name: "FK_directory_feed_verdict_directory_feed_run_run_id",
                        column: x => x.run_id,
                        principalTable: "directory_feed_run",
                        principalColumn: "run_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_practitioner",
                columns: table => new
                {
                    practitioner_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    service = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    contact_sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_practitioner", x => x.practitioner_id);
                    table.ForeignKey(
                        name: "FK_directory_practitioner_directory_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "directory_organisation",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_involvement",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    involvement_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    service = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    practitioner_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    source_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    feed_run = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    as_at = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_involvement", x => new { x.child_id, x.involvement_id });
                    table.ForeignKey(
                        name: "FK_directory_involvement_directory_child_child_id",
                        column: x => x.child_id,
                        principalTable: "directory_child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_involvement_directory_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "directory_organisation",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_involvement_directory_practitioner_practitioner_id",
                        column: x => x.practitioner_id,
                        principalTable: "directory_practitioner",
                        principalColumn: "practitioner_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_directory_child_supplier",
                table: "directory_child",
                column: "supplier",
                filter: "supplier IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_child_part_child_id_part",
                table: "directory_child_part",
                columns: new[] { "child_id", "part" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_run_received_at",
                table: "directory_feed_run",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_run_source_file_mark",
                table: "directory_feed_run",
                columns: new[] { "source", "file_mark" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_run_state",
                table: "directory_feed_run",
                column: "state",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_source_row_child_id",
                table: "directory_feed_source_row",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "IX_directory_feed_verdict_run_id_line",
                table: "directory_feed_verdict",
                columns: new[] { "run_id", "line" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_identifier_blind_scheme",
                table: "directory_identifier",
                columns: new[] { "blind", "scheme" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_involvement_organisation_id",
                table: "directory_involvement",
                column: "organisation_id",
                filter: "end_date IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_involvement_practitioner_id",
                table: "directory_involvement",
                column: "practitioner_id",
                filter: "end_date IS NULL AND practitioner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_kind_register_code",
                table: "directory_organisation",
                columns: new[] { "kind", "register_code" },
                unique: true,
                filter: "register_code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_practitioner_organisation_id",
                table: "directory_practitioner",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_child_change");

            migrationBuilder.DropTable(
                name: "directory_child_part");

            migrationBuilder.DropTable(
                name: "directory_feed_chunk");

            migrationBuilder.DropTable(
                name: "directory_feed_row");

            migrationBuilder.DropTable(
                name: "directory_feed_source_row");

            migrationBuilder.DropTable(
                name: "directory_feed_verdict");

            migrationBuilder.DropTable(
                name: "directory_identifier");

            migrationBuilder.DropTable(
                name: "directory_involvement");

            migrationBuilder.DropTable(
                name: "directory_feed_run");

            migrationBuilder.DropTable(
                name: "directory_child");

            migrationBuilder.DropTable(
                name: "directory_practitioner");

            migrationBuilder.DropTable(
                name: "directory_organisation");
        }
    }
}
