using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactPoint.Directory.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address_lines",
                table: "directory_organisation",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_on",
                table: "directory_organisation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "opened_on",
                table: "directory_organisation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "postcode",
                table: "directory_organisation",
                type: "TEXT",
                unicode: false,
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "register_as_at",
                table: "directory_organisation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "register_mark",
                table: "directory_organisation",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "state",
                table: "directory_organisation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "town",
                table: "directory_organisation",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "address_lines",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "closed_on",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "opened_on",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "postcode",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "register_as_at",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "register_mark",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "state",
                table: "directory_organisation");

            migrationBuilder.DropColumn(
                name: "town",
                table: "directory_organisation");
        }
    }
}
