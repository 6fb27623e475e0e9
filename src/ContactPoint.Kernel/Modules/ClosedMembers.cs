namespace ContactPoint.Kernel.Modules;

/// <summary>
/// Types and members of open assemblies that no module may name. Each is a way round the gate, out of the process or into another's memory; the
/// list holds against mistakes and hasty malice, not against a publisher who is determined (docs/security-model.md).
/// </summary>
internal static class ClosedMembers
{
    // By full name; a trailing '*' closes all that begins so.
    private static readonly string[] Types =
    [
        "System.IO.File*", "System.IO.Directory*", "System.IO.DriveInfo", "System.IO.RandomAccess", "System.Diagnostics.Process*", "System.Net.Sockets.*", "System.Net.Http.*", "System.Net.Web*",
        "System.Reflection.BindingFlags", "System.Reflection.TypeInfo", "System.Reflection.IntrospectionExtensions", "System.Reflection.RuntimeReflectionExtensions", "System.Reflection.TypeExtensions",
        "System.Reflection.Emit.*", "System.Reflection.DispatchProxy", "System.Reflection.AssemblyName", "System.Runtime.Loader.*", "System.Runtime.Serialization.*", "System.AppDomain", "System.IServiceProvider",
        "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.NativeMemory", "System.Runtime.InteropServices.GCHandle*", "System.Runtime.InteropServices.DllImport*",
        "System.Runtime.CompilerServices.UnsafeAccessor*", "System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute", "System.Security.UnverifiableCodeAttribute",
        "Microsoft.AspNetCore.Components.MarkupString", "Microsoft.AspNetCore.Components.PersistentStateAttribute", "Microsoft.AspNetCore.Components.PersistentComponentState", "Microsoft.AspNetCore.Components.OwningComponentBase*",
        "Microsoft.JSInterop.JSInvokableAttribute",
        "ContactPoint.Sdk.Access.ISystemCaller", "ContactPoint.Sdk.Access.JobPass", "ContactPoint.Sdk.Access.IRowGate", "ContactPoint.Sdk.Access.RowsPass", "ContactPoint.Sdk.Data.OwnedContextRegistration",
    ];

    // Of any type. Data goes through LINQ on a leased context: nothing else is under the record filter.
    private static readonly string[] Names =
    [
        "FromSql", "FromSqlRaw", "FromSqlInterpolated", "SqlQuery", "SqlQueryRaw", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync",
        "IgnoreQueryFilters", "GetDbConnection", "SetDbConnection", "GetConnectionString", "SetConnectionString", "UseSqlite", "UseSqlServer", "GetUninitializedObject", "UnsafeLoadFrom", "LoadFrom", "LoadFile", "LoadWithPartialName",
        "GetService", "GetRequiredService", "GetInfrastructure",
    ];

    private static readonly HashSet<string> Members =
    [
        "ContactPoint.Sdk.Data.IUnitOfWork.Prepare", "Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder.Sql",
        "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.SetEnvironmentVariable", "System.Environment.Exit", "System.Environment.FailFast", "System.Environment.GetCommandLineArgs",
        "System.Reflection.Assembly.Load", "System.Type.GetType", "System.Type.InvokeMember", "System.Reflection.MethodBase.Invoke", "System.Reflection.ConstructorInfo.Invoke",
        "System.Reflection.FieldInfo.GetValue", "System.Reflection.FieldInfo.SetValue", "System.Reflection.PropertyInfo.GetValue", "System.Reflection.PropertyInfo.SetValue", "System.AppContext.GetData",
        "System.Activator.CreateInstanceFrom",

        // What is compiled from an expression tree sees members that are not public.
        "System.Linq.Expressions.LambdaExpression.Compile", "System.Linq.Expressions.Expression`1.Compile",
    ];

    public static bool ClosesType(string name) =>
        Types.Any(type => type[^1] == '*' ? name.StartsWith(type[..^1], StringComparison.Ordinal) : name == type);

    /// <summary>Whether a member is closed.</summary>
    /// <param name="type">Full name of its type.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isGeneric">True for a generic method: <c>new T()</c> compiles to the generic form of Activator.CreateInstance.</param>
    public static bool ClosesMember(string type, string name, bool isGeneric) =>
        Names.Contains(name) || Members.Contains($"{type}.{name}") || (type == "System.Activator" && name == "CreateInstance" && !isGeneric);
}
