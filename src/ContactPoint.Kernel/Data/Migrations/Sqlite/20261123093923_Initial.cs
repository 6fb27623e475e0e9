using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_account",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    organisation_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agency = table.Column<int>(type: "INTEGER", nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    practitioner_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    is_system = table.Column<bool>(type: "INTEGER", nullable: false),
                    dbs_until = table.Column<long>(type: "INTEGER", nullable: true),
                    training_until = table.Column<long>(type: "INTEGER", nullable: true),
                    procedures_version = table.Column<int>(type: "INTEGER", nullable: true),
                    agreement_version = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_sign_in_at = table.Column<long>(type: "INTEGER", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_accreditation",
                columns: table => new
                {
                    organisation_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    accredited = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_accreditation", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_checkpoint",
                columns: table => new
                {
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    frontier = table.Column<byte[]>(type: "BLOB", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_entry",
                columns: table => new
                {
                    // By hand: not AUTOINCREMENT, whose table of the highest number ever given would be written with each access.
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    event_code = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    child = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    relationship = table.Column<int>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    commitment = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    sealed_payload = table.Column<byte[]>(type: "BLOB", nullable: true),
                    mac = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_entry", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_leaf",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_no = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    child = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_leaf", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_node",
                columns: table => new
                {
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_node", x => new { x.level, x.position });
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_tail",
                columns: table => new
                {
                    writer = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    sum = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    mac = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_tail", x => x.writer);
                });

            migrationBuilder.CreateTable(
                name: "kernel_budget",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    period = table.Column<long>(type: "INTEGER", nullable: false),
                    used = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_budget", x => new { x.user_id, x.kind, x.period });
                });

            migrationBuilder.CreateTable(
                name: "kernel_budget_child",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    day = table.Column<long>(type: "INTEGER", nullable: false),
                    child_hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_budget_child", x => new { x.user_id, x.day, x.child_hash });
                });

            migrationBuilder.CreateTable(
                name: "kernel_child_pseudonym",
                columns: table => new
                {
                    child_hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    pseudonym = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_child_pseudonym", x => x.child_hash);
                });

            migrationBuilder.CreateTable(
                name: "kernel_installation",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_installation", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    // By hand: not AUTOINCREMENT, whose table of the highest number ever given would be written with each access.
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "kernel_revocation",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_revocation", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sign_in",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    finding = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sign_in_failure",
                columns: table => new
                {
                    account = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    factor = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_sign_in_failure", x => new { x.account, x.factor });
                });

            migrationBuilder.CreateTable(
                name: "kernel_two_person_act",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_payload = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposed_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    proposed_in_session = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_by = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_two_person_act", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_unit_key",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_unit_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_role_grant",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    agency = table.Column<int>(type: "INTEGER", nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    function_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    purposes = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_role_grant", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_role_grant_kernel_account_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_session",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_activity_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    idle_limit = table.Column<long>(type: "INTEGER", nullable: false),
                    second_factor = table.Column<int>(type: "INTEGER", nullable: false),
                    second_factor_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_reason = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_session_kernel_account_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_token",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    drift = table.Column<int>(type: "INTEGER", nullable: false),
                    enrolled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_token", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_token_kernel_account_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_account_normalized_user_name",
                table: "kernel_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_account_organisation_id",
                table: "kernel_account",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_leaf_child_entry_no",
                table: "kernel_audit_leaf",
                columns: new[] { "child", "entry_no" },
                filter: "child IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_leaf_entry_id",
                table: "kernel_audit_leaf",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_leaf_entry_no",
                table: "kernel_audit_leaf",
                column: "entry_no",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_leaf_user_id_entry_no",
                table: "kernel_audit_leaf",
                columns: new[] { "user_id", "entry_no" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_sent_at_no",
                table: "kernel_outbox",
                columns: new[] { "sent_at", "no" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_revocation_id",
                table: "kernel_revocation",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_revocation_kind_subject_at",
                table: "kernel_revocation",
                columns: new[] { "kind", "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_role_grant_user_id",
                table: "kernel_role_grant",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_session_ended_at",
                table: "kernel_session",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_session_token_hash",
                table: "kernel_session",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_session_user_id_ended_at",
                table: "kernel_session",
                columns: new[] { "user_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sign_in_expires_at",
                table: "kernel_sign_in",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sign_in_token_hash",
                table: "kernel_sign_in",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sign_in_failure_last_at",
                table: "kernel_sign_in_failure",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_token_user_id",
                table: "kernel_token",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_accreditation");

            migrationBuilder.DropTable(
                name: "kernel_audit_checkpoint");

            migrationBuilder.DropTable(
                name: "kernel_audit_entry");

            migrationBuilder.DropTable(
                name: "kernel_audit_leaf");

            migrationBuilder.DropTable(
                name: "kernel_audit_node");

            migrationBuilder.DropTable(
                name: "kernel_audit_tail");

            migrationBuilder.DropTable(
                name: "kernel_budget");

            migrationBuilder.DropTable(
                name: "kernel_budget_child");

            migrationBuilder.DropTable(
                name: "kernel_child_pseudonym");

            migrationBuilder.DropTable(
                name: "kernel_installation");

            migrationBuilder.DropTable(
                name: "kernel_outbox");

            migrationBuilder.DropTable(
                name: "kernel_revocation");

            migrationBuilder.DropTable(
                name: "kernel_role_grant");

            migrationBuilder.DropTable(
                name: "kernel_session");

            migrationBuilder.DropTable(
                name: "kernel_sign_in");

            migrationBuilder.DropTable(
                name: "kernel_sign_in_failure");

            migrationBuilder.DropTable(
                name: "kernel_token");

            migrationBuilder.DropTable(
                name: "kernel_two_person_act");

            migrationBuilder.DropTable(
                name: "kernel_unit_key");

            migrationBuilder.DropTable(
                name: "kernel_account");
        }
    }
}
