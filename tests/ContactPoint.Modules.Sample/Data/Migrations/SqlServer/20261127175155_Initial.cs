using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Modules.Sample.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "sample");

            migrationBuilder.CreateTable(
                name: "note",
                schema: "sample",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ChildKey = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                schema: "sample",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visit", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_note_ChildKey",
                schema: "sample",
                table: "note",
                column: "ChildKey");

            migrationBuilder.CreateIndex(
                name: "IX_visit_At",
                schema: "sample",
                table: "visit",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "note",
                schema: "sample");

            migrationBuilder.DropTable(
                name: "visit",
                schema: "sample");
        }
    }
}
