using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "kernel");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    display_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    organisation_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    agency = table.Column<int>(type: "int", nullable: false),
                    authority = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    practitioner_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    state = table.Column<int>(type: "int", nullable: false),
                    is_system = table.Column<bool>(type: "bit", nullable: false),
                    dbs_until = table.Column<long>(type: "bigint", nullable: true),
                    training_until = table.Column<long>(type: "bigint", nullable: true),
                    procedures_version = table.Column<int>(type: "int", nullable: true),
                    agreement_version = table.Column<int>(type: "int", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    last_sign_in_at = table.Column<long>(type: "bigint", nullable: true),
                    user_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    normalized_user_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accreditation",
                schema: "kernel",
                columns: table => new
                {
                    organisation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    accredited = table.Column<bool>(type: "bit", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accreditation", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "audit_checkpoint",
                schema: "kernel",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    frontier = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "kernel",
                columns: table => new
                {
                    no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    event_code = table.Column<int>(type: "int", nullable: false),
                    outcome = table.Column<int>(type: "int", nullable: false),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    authority = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    child = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    purpose = table.Column<int>(type: "int", nullable: false),
                    relationship = table.Column<int>(type: "int", nullable: false),
                    policy_version = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    commitment = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    sealed_payload = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    mac = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "audit_leaf",
                schema: "kernel",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    entry_no = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    child = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_leaf", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "audit_node",
                schema: "kernel",
                columns: table => new
                {
                    level = table.Column<int>(type: "int", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_node", x => new { x.level, x.position });
                });

            migrationBuilder.CreateTable(
                name: "audit_tail",
                schema: "kernel",
                columns: table => new
                {
                    writer = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    sum = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    mac = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_tail", x => x.writer);
                });

            migrationBuilder.CreateTable(
                name: "budget",
                schema: "kernel",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    period = table.Column<long>(type: "bigint", nullable: false),
                    used = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget", x => new { x.user_id, x.kind, x.period });
                });

            migrationBuilder.CreateTable(
                name: "budget_child",
                schema: "kernel",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    day = table.Column<long>(type: "bigint", nullable: false),
                    child_hash = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_child", x => new { x.user_id, x.day, x.child_hash });
                });

            migrationBuilder.CreateTable(
                name: "child_pseudonym",
                schema: "kernel",
                columns: table => new
                {
                    child_hash = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    pseudonym = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_pseudonym", x => x.child_hash);
                });

            migrationBuilder.CreateTable(
                name: "installation",
                schema: "kernel",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "kernel",
                columns: table => new
                {
                    no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    topic = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "revocation",
                schema: "kernel",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revocation", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "sign_in",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    token_hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    finding = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: false),
                    tries = table.Column<int>(type: "int", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_failure",
                schema: "kernel",
                columns: table => new
                {
                    account = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    factor = table.Column<int>(type: "int", nullable: false),
                    failures = table.Column<long>(type: "bigint", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: false),
                    last_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_failure", x => new { x.account, x.factor });
                });

            migrationBuilder.CreateTable(
                name: "two_person_act",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    sealed_payload = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    proposed_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    proposed_in_session = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_two_person_act", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_key",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_grant",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    role = table.Column<int>(type: "int", nullable: false),
                    agency = table.Column<int>(type: "int", nullable: false),
                    authority = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    function_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    purposes = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_grant", x => x.id);
                    table.ForeignKey(
                        name: "FK_role_grant_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    token_hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_activity_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    idle_limit = table.Column<long>(type: "bigint", nullable: false),
                    second_factor = table.Column<int>(type: "int", nullable: false),
                    second_factor_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_reason = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_session_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "token",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    secret = table.Column<byte[]>(type: "varbinary(200)", maxLength: 200, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    last_step = table.Column<long>(type: "bigint", nullable: false),
                    drift = table.Column<int>(type: "int", nullable: false),
                    enrolled_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_token", x => x.id);
                    table.ForeignKey(
                        name: "FK_token_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_user_name",
                schema: "kernel",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_organisation_id",
                schema: "kernel",
                table: "account",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_leaf_child_entry_no",
                schema: "kernel",
                table: "audit_leaf",
                columns: new[] { "child", "entry_no" },
                filter: "child IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_audit_leaf_entry_id",
                schema: "kernel",
                table: "audit_leaf",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_leaf_entry_no",
                schema: "kernel",
                table: "audit_leaf",
                column: "entry_no",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_leaf_user_id_entry_no",
                schema: "kernel",
                table: "audit_leaf",
                columns: new[] { "user_id", "entry_no" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent_at_no",
                schema: "kernel",
                table: "outbox",
                columns: new[] { "sent_at", "no" });

            migrationBuilder.CreateIndex(
                name: "IX_revocation_id",
                schema: "kernel",
                table: "revocation",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_revocation_kind_subject_at",
                schema: "kernel",
                table: "revocation",
                columns: new[] { "kind", "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_role_grant_user_id",
                schema: "kernel",
                table: "role_grant",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_session_ended_at",
                schema: "kernel",
                table: "session",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_session_token_hash",
                schema: "kernel",
                table: "session",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_user_id_ended_at",
                schema: "kernel",
                table: "session",
                columns: new[] { "user_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_expires_at",
                schema: "kernel",
                table: "sign_in",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_token_hash",
                schema: "kernel",
                table: "sign_in",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_failure_last_at",
                schema: "kernel",
                table: "sign_in_failure",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "IX_token_user_id",
                schema: "kernel",
                table: "token",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accreditation",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "audit_checkpoint",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "audit_leaf",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "audit_node",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "audit_tail",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "budget",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "budget_child",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "child_pseudonym",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "installation",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "revocation",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "role_grant",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "session",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "sign_in",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "sign_in_failure",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "token",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "two_person_act",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "unit_key",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "account",
                schema: "kernel");
        }
    }
}
