using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EducationLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_directory_involvement_organisation_id_end_date",
                table: "directory_involvement",
                columns: new[] { "organisation_id", "end_date" },
                filter: "end_date IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_child_authority_birth_year_child_id_education",
                table: "directory_child",
                columns: new[] { "authority", "birth_year", "child_id", "education" },
                filter: "state = 1 AND education <> 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_directory_involvement_organisation_id_end_date",
                table: "directory_involvement");

            migrationBuilder.DropIndex(
                name: "IX_directory_child_authority_birth_year_child_id_education",
                table: "directory_child");
        }
    }
}
