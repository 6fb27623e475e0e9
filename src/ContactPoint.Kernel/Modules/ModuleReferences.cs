using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>Reads what a module's assemblies name, as metadata, before any code of theirs runs.</summary>
internal static class ModuleReferences
{
    /// <summary>The module's own assemblies by simple name, or why they may not be loaded.</summary>
    public static Result<Dictionary<string, byte[]>> Read(ModuleFiles files, ModuleManifest manifest)
    {
        var own = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, content) in files.All.Where(file => IsCode(file.Key)))
        {
            if (path.Contains('/', StringComparison.Ordinal) || NameOf(content) is not { } name || !path.Equals(name + ".dll", StringComparison.OrdinalIgnoreCase))
                return ModuleErrors.Refused($"{path} is no assembly of .NET, or lies elsewhere than its name says.");
            if (HostAssemblies.IsReserved(name)) return ModuleErrors.Refused($"It brings {path}, which only the host may supply.");
            own.Add(name, content);
        }

        foreach (var (name, content) in own)
            if (Fault(content, own) is { } fault) return ModuleErrors.Refused($"{name}.dll {fault}.");
        return own.ContainsKey(Path.GetFileNameWithoutExtension(manifest.EntryAssembly)) ? own : ModuleErrors.Refused("The entry assembly is not there.");
    }

    private static bool IsCode(string path) => Path.GetExtension(path).ToUpperInvariant() is ".DLL" or ".EXE" or ".SO" or ".DYLIB" or ".NETMODULE" or ".WINMD";

    private static string? NameOf(byte[] content)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(content));
            if (!file.HasMetadata) return null;
            var metadata = file.GetMetadataReader();
            return metadata.IsAssembly ? metadata.GetString(metadata.GetAssemblyDefinition().Name) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static string? Fault(byte[] content, IReadOnlyDictionary<string, byte[]> own)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(content));
            var header = file.PEHeaders.CorHeader!;
            if (!header.Flags.HasFlag(CorFlags.ILOnly) || header.ManagedNativeHeaderDirectory.Size > 0) return "holds machine code: build it as plain IL";
            var metadata = file.GetMetadataReader();
            if (metadata.GetTableRowCount(TableIndex.ImplMap) > 0) return "calls native code";
            if (metadata.GetTableRowCount(TableIndex.ModuleRef) > 0 || metadata.GetTableRowCount(TableIndex.File) > 0) return "is made of several files";
            return References(metadata, own) ?? Types(metadata) ?? Members(metadata);
        }
        catch (BadImageFormatException)
        {
            return "is malformed";
        }
    }

    private static string? References(MetadataReader metadata, IReadOnlyDictionary<string, byte[]> own) => metadata.AssemblyReferences
        .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
        .Where(name => !own.ContainsKey(name) && !HostAssemblies.IsOpen(name)).Select(name => $"refers to {name}, which is closed to modules").FirstOrDefault();

    private static string? Types(MetadataReader metadata) => metadata.TypeReferences.Select(handle => NameOf(metadata, handle))
        .Concat(metadata.TypeDefinitions.Select(handle => NameOf(metadata, handle)))
        .Where(ClosedMembers.ClosesType).Select(name => $"uses {name}, which is closed to modules").FirstOrDefault();

    private static string? Members(MetadataReader metadata)
    {
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (TypeOf(metadata, member.Parent) is not { IsNil: false } parent) continue;
            var type = NameOf(metadata, parent);
            var name = metadata.GetString(member.Name);
            var isGeneric = member.GetKind() == MemberReferenceKind.Method && metadata.GetBlobReader(member.Signature).ReadSignatureHeader().IsGeneric;
            if (ClosedMembers.ClosesMember(type, name, isGeneric)) return $"uses {type}.{name}, which is closed to modules";
        }

        return null;
    }

    // A member of a closed generic type hangs on a specification, which begins with the type it specifies (ECMA-335 II.23.2.12).
    private static TypeReferenceHandle TypeOf(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification) return default;
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return default;
        blob.ReadCompressedInteger();
        var generic = blob.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)generic : default;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return Full(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return Full(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static string Full(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
