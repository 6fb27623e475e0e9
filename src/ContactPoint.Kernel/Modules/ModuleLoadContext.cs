using System.Reflection;
using System.Runtime.Loader;

namespace ContactPoint.Kernel.Modules;

/// <summary>
/// Where one module's assemblies live: the host's first, so that both sides mean the same types, then its own from the verified bytes, and nothing
/// else: neither another module's nor an assembly of the host that is closed. Never unloaded; a change comes in with a restart.
/// </summary>
internal sealed class ModuleLoadContext(string key, IReadOnlyDictionary<string, byte[]> own) : AssemblyLoadContext($"module:{key}")
{
    public Assembly LoadOwn(string name) => LoadFromStream(new MemoryStream(own[name]));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;

        // Null hands over to the host's own context.
        if (HostAssemblies.IsOpen(name)) return null;
        if (own.ContainsKey(name)) return LoadOwn(name);
        throw new FileNotFoundException($"{name} is closed to modules.");
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => throw new DllNotFoundException("Modules call no native code.");
}
