using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Modules.Education.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "education");

            migrationBuilder.CreateTable(
                name: "contact",
                schema: "education",
                columns: table => new
                {
                    ContactId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    OrganisationId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Function = table.Column<int>(type: "int", nullable: false),
                    ContactSealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.ContactId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contact_OrganisationId_Function",
                schema: "education",
                table: "contact",
                columns: new[] { "OrganisationId", "Function" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact",
                schema: "education");
        }
    }
}
