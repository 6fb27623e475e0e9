namespace ContactPoint.Kernel.Modules;

/// <summary>The assemblies of the host that a module may name. All others are closed to it: to its references and to its load context.</summary>
internal static class HostAssemblies
{
    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "ContactPoint.Sdk", "ContactPoint.Ui",
        "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Metadata",
        "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Authorization", "Microsoft.AspNetCore.Components.Forms", "Microsoft.AspNetCore.Components.Web",
        "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational",
        "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer",
        "Microsoft.Extensions.Localization", "Microsoft.Extensions.Localization.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
        "netstandard", "mscorlib",
    };

    // Of the class library: other machines, other processes, other memory, code made at run time, objects made without their constructor.
    private static readonly string[] Closed =
    [
        "System.Net", "System.Diagnostics.Process", "System.Diagnostics.FileVersionInfo", "System.Reflection.Emit", "System.Reflection.DispatchProxy", "System.Reflection.MetadataLoadContext",
        "System.Runtime.InteropServices", "System.Runtime.Loader", "System.Runtime.Serialization", "System.IO.FileSystem", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.IsolatedStorage",
        "System.Data.Odbc", "System.Data.OleDb", "System.Data.SqlClient", "System.Configuration", "System.Management", "System.DirectoryServices", "System.CodeDom",
    ];

    // Parts of what is closed above without which nothing compiles, or that only compute.
    private static readonly string[] Harmless = ["System.Net.Primitives", "System.Runtime.InteropServices.JavaScript"];

    private static readonly Lazy<HashSet<string>> Supplied = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.OrdinalIgnoreCase));

    public static bool IsOpen(string name) =>
        Open.Contains(name)
        || (name.StartsWith("System.", StringComparison.OrdinalIgnoreCase) && (Harmless.Contains(name, StringComparer.OrdinalIgnoreCase) || !Closed.Any(closed => IsWithin(name, closed))));

    /// <summary>
    /// A name that no file of a module may have: the host supplies it, or internals of the Sdk are open to it (friends go by name, and
    /// <c>ContactPoint.Kernel</c> is one).
    /// </summary>
    public static bool IsReserved(string name) =>
        IsOpen(name) || Supplied.Value.Contains(name)
        || (name.StartsWith("ContactPoint.", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("ContactPoint.Modules.", StringComparison.OrdinalIgnoreCase));

    private static bool IsWithin(string name, string space) =>
        name.Equals(space, StringComparison.OrdinalIgnoreCase) || name.StartsWith(space + ".", StringComparison.OrdinalIgnoreCase);
}
