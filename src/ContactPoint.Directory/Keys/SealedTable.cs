using System.Data.Common;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Keys;

/// <summary>A table with sealed values, as key rotation walks it. Whoever adds a sealed column registers its table.</summary>
/// <param name="table">The table as prepared commands name it.</param>
/// <param name="lead">First column of its key.</param>
/// <param name="id">Last column of its key: the record that the value is sealed for.</param>
/// <param name="label">A column that the purpose depends on, or a constant.</param>
/// <param name="column">The sealed column.</param>
/// <param name="purpose">The purpose by label.</param>
internal sealed class SealedTable(string table, string lead, string id, string label, string column, Func<string, SealPurpose> purpose)
{
    public const int PageSize = 500;

    private readonly string page =
        $"SELECT {lead}, {id}, {label}, {column} FROM {table} WHERE {lead} > @lead OR ({lead} = @lead AND {id} > @id) ORDER BY {lead}, {id} ";

    private readonly string update = $"UPDATE {table} SET {column} = @new WHERE {lead} = @lead AND {id} = @id AND {column} = @old";

    /// <summary>The tables of the core directory.</summary>
    public static IReadOnlyList<SealedTable> Core { get; } =
    [
        new("$directory.child", "child_id", "child_id", "''", "identity_sealed", _ => DirectoryPurposes.Identity),
        new("$directory.child_part", "child_id", "part_id", "part", "document_sealed", DirectoryPurposes.Part),
        new("$directory.identifier", "child_id", "identifier_id", "''", "value_sealed", _ => DirectoryPurposes.Identifier),
        new("$directory.practitioner", "practitioner_id", "practitioner_id", "''", "contact_sealed", _ => DirectoryPurposes.Practitioner),
    ];

    public SealPurpose PurposeOf(string value) => purpose(value);

    public DbCommand Page(IUnitOfWork unit) =>
        unit.Prepare(page + (unit.Provider == DatabaseProvider.Sqlite ? "LIMIT 500" : "OFFSET 0 ROWS FETCH NEXT 500 ROWS ONLY"), "lead", "id");

    /// <summary>Replaces a value that is still the one that was read: a write in between wins.</summary>
    public DbCommand Update(IUnitOfWork unit) => unit.Prepare(update, "new", "lead", "id", "old");
}
