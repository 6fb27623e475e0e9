using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FeedFormats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_feed_source_row",
                schema: "directory",
                table: "feed_source_row");

            migrationBuilder.RenameColumn(
                name: "kind",
                schema: "directory",
                table: "feed_run",
                newName: "semantics");

            migrationBuilder.AddColumn<string>(
                name: "format",
                schema: "directory",
                table: "feed_source_row",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddColumn<string>(
                name: "format",
                schema: "directory",
                table: "feed_run",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddColumn<string>(
                name: "profile",
                schema: "directory",
                table: "feed_run",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_feed_source_row",
                schema: "directory",
                table: "feed_source_row",
                columns: new[] { "source", "format", "row_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_feed_source_row",
                schema: "directory",
                table: "feed_source_row");

            migrationBuilder.DropColumn(
                name: "format",
                schema: "directory",
                table: "feed_source_row");

            migrationBuilder.DropColumn(
                name: "format",
                schema: "directory",
                table: "feed_run");

            migrationBuilder.DropColumn(
                name: "profile",
                schema: "directory",
                table: "feed_run");

            migrationBuilder.RenameColumn(
                name: "semantics",
                schema: "directory",
                table: "feed_run",
                newName: "kind");

            migrationBuilder.AddPrimaryKey(
                name: "PK_feed_source_row",
                schema: "directory",
                table: "feed_source_row",
                columns: new[] { "source", "row_key" });
        }
    }
}
