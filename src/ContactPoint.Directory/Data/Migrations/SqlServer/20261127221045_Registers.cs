using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address_lines",
                schema: "directory",
                table: "organisation",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_on",
                schema: "directory",
                table: "organisation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "opened_on",
                schema: "directory",
                table: "organisation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "postcode",
                schema: "directory",
                table: "organisation",
                type: "varchar(10)",
                unicode: false,
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "register_as_at",
                schema: "directory",
                table: "organisation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "register_mark",
                schema: "directory",
                table: "organisation",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "state",
                schema: "directory",
                table: "organisation",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "town",
                schema: "directory",
                table: "organisation",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "address_lines",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "closed_on",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "opened_on",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "postcode",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "register_as_at",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "register_mark",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "state",
                schema: "directory",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "town",
                schema: "directory",
                table: "organisation");
        }
    }
}
