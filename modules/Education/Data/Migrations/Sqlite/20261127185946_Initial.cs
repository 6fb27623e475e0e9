using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Modules.Education.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "education_contact",
                columns: table => new
                {
                    ContactId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    OrganisationId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Function = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactSealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_education_contact", x => x.ContactId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_education_contact_OrganisationId_Function",
                table: "education_contact",
                columns: new[] { "OrganisationId", "Function" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "education_contact");
        }
    }
}
