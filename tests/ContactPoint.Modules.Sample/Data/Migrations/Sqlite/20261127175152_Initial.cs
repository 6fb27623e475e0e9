using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Modules.Sample.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sample_note",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    ChildKey = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sample_note", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sample_visit",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sample_visit", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sample_note_ChildKey",
                table: "sample_note",
                column: "ChildKey");

            migrationBuilder.CreateIndex(
                name: "IX_sample_visit_At",
                table: "sample_visit",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sample_note");

            migrationBuilder.DropTable(
                name: "sample_visit");
        }
    }
}
