using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ContactPoint.Architecture.Tests;

/// <summary>The product's assemblies, read as metadata: what refers to what, whatever the compiler inlined.</summary>
internal static class House
{
    public static readonly string[] Product =
        ["ContactPoint.Sdk", "ContactPoint.Ui", "ContactPoint.Matching", "ContactPoint.Ledger", "ContactPoint.Kernel", "ContactPoint.Directory", "ContactPoint.Shell", "ContactPoint.Demo", "ContactPoint.Synthetic"];

    public static Assembly Load(string name) => Assembly.Load(name);

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    /// <summary>Names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlySet<string> References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet();
    }

    /// <summary>Full names of the types of other assemblies that an assembly mentions.</summary>
    public static IReadOnlySet<string> MentionedTypes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToHashSet();
    }

    /// <summary>Every literal text in an assembly's code: statements are constant text, so they are all here.</summary>
    public static IReadOnlyList<string> Texts(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle)) texts.Add(metadata.GetUserString(handle));
        return texts;
    }
}
