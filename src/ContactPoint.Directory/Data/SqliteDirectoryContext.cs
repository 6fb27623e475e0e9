using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Data;

/// <summary>The directory's tables on SQLite.</summary>
/// <param name="options">Provider options.</param>
/// <param name="scope">The children whose rows may be read.</param>
public sealed class SqliteDirectoryContext(DbContextOptions options, DisclosureScope scope) : DirectoryContext(options, scope);
