using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests;

/// <summary>Breaks seals, as a fault of a disk or somebody at the database would.</summary>
internal static class Tampering
{
    /// <summary>Turns the last byte of each sealed value of the child round, and back the second time.</summary>
    public static Task<int> TamperAsync(this World world, string table, string column, ChildId child) => world.JobAsync(async (_, unit) =>
    {
        var values = new List<byte[]>();
        var read = unit.Prepare($"SELECT {column} FROM $directory.{table} WHERE child_id = @child", "child").Bind(child.Value);
        await using (var reader = await read.ExecuteReaderAsync())
            while (await reader.ReadAsync()) values.Add(reader.GetFieldValue<byte[]>(0));
        foreach (var value in values)
        {
            var turned = value.ToArray();
            turned[^1] ^= 0xFF;
            await unit.Prepare($"UPDATE $directory.{table} SET {column} = @new WHERE {column} = @old", "new", "old").Bind(turned, value).ExecuteNonQueryAsync();
        }

        return values.Count;
    });
}
