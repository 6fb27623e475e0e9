using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class EducationLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_involvement_organisation_id_end_date",
                schema: "directory",
                table: "involvement",
                columns: new[] { "organisation_id", "end_date" },
                filter: "end_date IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_child_authority_birth_year_child_id_education",
                schema: "directory",
                table: "child",
                columns: new[] { "authority", "birth_year", "child_id", "education" },
                filter: "state = 1 AND education <> 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_involvement_organisation_id_end_date",
                schema: "directory",
                table: "involvement");

            migrationBuilder.DropIndex(
                name: "IX_child_authority_birth_year_child_id_education",
                schema: "directory",
                table: "child");
        }
    }
}
