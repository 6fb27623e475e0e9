using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "directory");

            migrationBuilder.CreateTable(
                name: "child",
                schema: "directory",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    authority = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    birth_year = table.Column<short>(type: "smallint", nullable: false),
                    education = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    supplier = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    identity_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child", x => x.child_id);
                });

            migrationBuilder.CreateTable(
                name: "child_change",
                schema: "directory",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_change", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "feed_chunk",
                schema: "directory",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    chunk_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_chunk", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "feed_run",
                schema: "directory",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    source = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    file_mark = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    file_bytes = table.Column<long>(type: "bigint", nullable: false),
                    as_at = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    beat_at = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<int>(type: "int", nullable: false),
                    runner = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    is_background = table.Column<bool>(type: "bit", nullable: false),
                    is_approved = table.Column<bool>(type: "bit", nullable: false),
                    is_checked = table.Column<bool>(type: "bit", nullable: false),
                    error_code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    error_message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    holds_back_endings = table.Column<bool>(type: "bit", nullable: false),
                    rows = table.Column<int>(type: "int", nullable: false),
                    processed = table.Column<int>(type: "int", nullable: false),
                    applied = table.Column<int>(type: "int", nullable: false),
                    unchanged = table.Column<int>(type: "int", nullable: false),
                    created = table.Column<int>(type: "int", nullable: false),
                    queued = table.Column<int>(type: "int", nullable: false),
                    rejected = table.Column<int>(type: "int", nullable: false),
                    ended = table.Column<int>(type: "int", nullable: false),
                    would_change = table.Column<int>(type: "int", nullable: true),
                    would_end = table.Column<int>(type: "int", nullable: true),
                    previous_rows = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_run", x => x.run_id);
                });

            migrationBuilder.CreateTable(
                name: "feed_source_row",
                schema: "directory",
                columns: table => new
                {
                    source = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    row_key = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    content = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    changed_run = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_source_row", x => new { x.source, x.row_key });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                schema: "directory",
                columns: table => new
                {
                    organisation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    agency = table.Column<int>(type: "int", nullable: false),
                    authority = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    register_code = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: true),
                    service = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "child_part",
                schema: "directory",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    part_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    part = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    superseded_at = table.Column<long>(type: "bigint", nullable: true),
                    document_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_part", x => new { x.child_id, x.part_id });
                    table.ForeignKey(
                        name: "FK_child_part_child_child_id",
                        column: x => x.child_id,
                        principalSchema: "directory",
                        principalTable: "child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identifier",
                schema: "directory",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    identifier_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    scheme = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    issuer = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    blind = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    value_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    superseded_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identifier", x => new { x.child_id, x.identifier_id });
                    table.ForeignKey(
                        name: "FK_identifier_child_child_id",
                        column: x => x.child_id,
                        principalSchema: "directory",
                        principalTable: "child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_row",
                schema: "directory",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    line = table.Column<int>(type: "int", nullable: false),
                    outcome = table.Column<int>(type: "int", nullable: false),
                    told = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    field = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    what_to_do = table.Column<string>(type: "varchar(300)", unicode: false, maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_row", x => new { x.run_id, x.line });
                    table.ForeignKey(
                        name: "FK_feed_row_feed_run_run_id",
                        column: x => x.run_id,
                        principalSchema: "directory",
                        principalTable: "feed_run",
                        principalColumn: "run_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_verdict",
                schema: "directory",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    verdict_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    line = table.Column<int>(type: "int", nullable: false),
                    verdict_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_verdict", x => new { x.run_id, x.verdict_id });
                    table.ForeignKey(
                        name: "FK_feed_verdict_feed_run_run_id",
                        column: x => x.run_id,
                        principalSchema: "directory",
                        principalTable: "feed_run",
                        principalColumn: "run_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practitioner",
                schema: "directory",
                columns: table => new
                {
                    practitioner_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    service = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    contact_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practitioner", x => x.practitioner_id);
                    table.ForeignKey(
                        name: "FK_practitioner_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "directory",
                        principalTable: "organisation",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "involvement",
                schema: "directory",
                columns: table => new
                {
                    child_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    involvement_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    service = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    practitioner_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: false),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    is_sensitive = table.Column<bool>(type: "bit", nullable: false),
                    source_kind = table.Column<int>(type: "int", nullable: false),
                    source_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    feed_run = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    as_at = table.Column<DateOnly>(type: "date", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_involvement", x => new { x.child_id, x.involvement_id });
                    table.ForeignKey(
                        name: "FK_involvement_child_child_id",
                        column: x => x.child_id,
                        principalSchema: "directory",
                        principalTable: "child",
                        principalColumn: "child_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_involvement_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "directory",
                        principalTable: "organisation",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_involvement_practitioner_practitioner_id",
                        column: x => x.practitioner_id,
                        principalSchema: "directory",
                        principalTable: "practitioner",
                        principalColumn: "practitioner_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_child_supplier",
                schema: "directory",
                table: "child",
                column: "supplier",
                filter: "supplier IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_child_part_child_id_part",
                schema: "directory",
                table: "child_part",
                columns: new[] { "child_id", "part" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_feed_run_received_at",
                schema: "directory",
                table: "feed_run",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_feed_run_source_file_mark",
                schema: "directory",
                table: "feed_run",
                columns: new[] { "source", "file_mark" });

            migrationBuilder.CreateIndex(
                name: "IX_feed_run_state",
                schema: "directory",
                table: "feed_run",
                column: "state",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_feed_source_row_child_id",
                schema: "directory",
                table: "feed_source_row",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "IX_feed_verdict_run_id_line",
                schema: "directory",
                table: "feed_verdict",
                columns: new[] { "run_id", "line" });

            migrationBuilder.CreateIndex(
                name: "IX_identifier_blind_scheme",
                schema: "directory",
                table: "identifier",
                columns: new[] { "blind", "scheme" });

            migrationBuilder.CreateIndex(
                name: "IX_involvement_organisation_id",
                schema: "directory",
                table: "involvement",
                column: "organisation_id",
                filter: "end_date IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_involvement_practitioner_id",
                schema: "directory",
                table: "involvement",
                column: "practitioner_id",
                filter: "end_date IS NULL AND practitioner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_kind_register_code",
                schema: "directory",
                table: "organisation",
                columns: new[] { "kind", "register_code" },
                unique: true,
                filter: "register_code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_practitioner_organisation_id",
                schema: "directory",
                table: "practitioner",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "child_change",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "child_part",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_chunk",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_row",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_source_row",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_verdict",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "identifier",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "involvement",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "feed_run",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "child",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "practitioner",
                schema: "directory");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "directory");
        }
    }
}
