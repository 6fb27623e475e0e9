using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FeedFormats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_directory_feed_source_row",
                table: "directory_feed_source_row");

            migrationBuilder.RenameColumn(
                name: "kind",
                table: "directory_feed_run",
                newName: "semantics");

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "directory_feed_source_row",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "directory_feed_run",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: false,
                defaultValue: "education.roll");

            migrationBuilder.AddColumn<string>(
                name: "profile",
                table: "directory_feed_run",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_directory_feed_source_row",
                table: "directory_feed_source_row",
                columns: new[] { "source", "format", "row_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_directory_feed_source_row",
                table: "directory_feed_source_row");

            migrationBuilder.DropColumn(
                name: "format",
                table: "directory_feed_source_row");

            migrationBuilder.DropColumn(
                name: "format",
                table: "directory_feed_run");

            migrationBuilder.DropColumn(
                name: "profile",
                table: "directory_feed_run");

            migrationBuilder.RenameColumn(
                name: "semantics",
                table: "directory_feed_run",
                newName: "kind");

            migrationBuilder.AddPrimaryKey(
                name: "PK_directory_feed_source_row",
                table: "directory_feed_source_row",
                columns: new[] { "source", "row_key" });
        }
    }
}
