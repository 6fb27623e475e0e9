using ContactPoint.Kernel.Modules;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>A publisher's module that asks for what no module may have: refused by what its assemblies name, before any of its code runs.</summary>
[Trait("Invariant", "I-49")]
[Trait("Invariant", "I-25")]
[Trait("Rule", "MOD-2")]
public sealed class HostileTests : IDisposable
{
    private readonly ModuleShelf shelf = new();

    [Theory]
    [InlineData("UsesTheKernel", "refers to ContactPoint.Kernel")]
    [InlineData("UsesSockets", "refers to System.Net.Sockets")]
    [InlineData("UsesHttp", "refers to System.Net.Http")]
    [InlineData("UsesAProcess", "refers to System.Diagnostics.Process")]
    [InlineData("UsesFiles", "uses System.IO.File")]
    [InlineData("UsesTheEnvironment", "uses System.Environment.GetEnvironmentVariable")]
    [InlineData("UsesTheDriver", "refers to Microsoft.Data.Sqlite")]
    [InlineData("UsesAnotherConnection", "UseSqlite")]
    [InlineData("UsesRawSql", "ExecuteSqlRaw")]
    [InlineData("UsesPreparedSql", "uses ContactPoint.Sdk.Data.IUnitOfWork.Prepare")]
    [InlineData("UsesNoFilter", "IgnoreQueryFilters")]
    [InlineData("UsesReflection", "uses System.Reflection.BindingFlags")]
    [InlineData("UsesNoConstructor", "GetUninitializedObject")]
    [InlineData("UsesEmit", "System.Reflection.Emit")]
    [InlineData("UsesAccessors", "UnsafeAccessor")]
    [InlineData("UsesAccessChecks", "IgnoresAccessChecksToAttribute")]
    [InlineData("UsesPointers", "UnverifiableCodeAttribute")]
    [InlineData("UsesNativeCode", "calls native code")]
    [InlineData("UsesTheSystemCaller", "uses ContactPoint.Sdk.Access.ISystemCaller")]
    [InlineData("UsesTheContainer", "uses System.IServiceProvider")]
    [InlineData("UsesServicesOfEf", "IServiceProvider")]
    [InlineData("UsesCompiledTrees", "uses System.Linq.Expressions.Expression`1.Compile")]
    [InlineData("UsesMarkup", "uses Microsoft.AspNetCore.Components.MarkupString")]
    [InlineData("UsesAName", "uses System.Reflection.Assembly.Load")]
    public async Task AClosedThing_IsRefused(string module, string what)
    {
        shelf.Add(module);

        var status = await shelf.OnlyAsync();

        status.State.ShouldBe(ModuleState.Refused);
        status.Reason.ShouldStartWith($"ContactPoint.Modules.{module}.dll ");
        status.Reason.ShouldContain(what);
    }

    // Friends of an assembly go by name: a module called so would see the Sdk's internals and could make a pass.
    [Theory]
    [InlineData("ContactPoint.Kernel")]
    [InlineData("ContactPoint.Sdk")]
    [InlineData("ContactPoint.Anything")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    public async Task AnAssemblyWithAHostsName_IsRefused(string name)
    {
        shelf.Add("Plain");
        File.WriteAllBytes(shelf.PathOf("Plain", name + ".dll"), Renamed(name));
        shelf.Sign("Plain");

        var status = await shelf.OnlyAsync();

        (status.State, status.Reason).ShouldBe((ModuleState.Refused, $"It brings {name}.dll, which only the host may supply."));
    }

    [Theory]
    [InlineData("native.so")]
    [InlineData("native.dll")]
    [InlineData("Other.dll")]
    public async Task CodeThatIsNoAssemblyOfItsName_IsRefused(string file)
    {
        shelf.Add("Plain");
        File.WriteAllBytes(shelf.PathOf("Plain", file), file == "Other.dll" ? File.ReadAllBytes(ModuleShelf.Built("Other")) : [0x7f, 0x45, 0x4c, 0x46]);
        shelf.Sign("Plain");

        (await shelf.OnlyAsync()).Reason.ShouldBe($"{file} is no assembly of .NET, or lies elsewhere than its name says.");
    }

    public void Dispose() => shelf.Dispose();

    private static byte[] Renamed(string name)
    {
        var builder = new System.Reflection.Emit.PersistedAssemblyBuilder(new System.Reflection.AssemblyName(name), typeof(object).Assembly);
        builder.DefineDynamicModule(name);
        using var image = new MemoryStream();
        builder.Save(image);
        return image.ToArray();
    }
}
