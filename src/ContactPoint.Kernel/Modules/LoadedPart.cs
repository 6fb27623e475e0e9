using System.Reflection;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Modules;

/// <summary>A part of the record that a loaded module owns, with the component that shows it.</summary>
public sealed class LoadedPart
{
    private static readonly MethodInfo Getter = typeof(LoadedPart).GetMethod(nameof(Get), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly Func<RecordReading, PartKey, object?> disclosed;

    internal LoadedPart(RecordPartDescriptor descriptor, Type source, Type view, Type value)
    {
        (Descriptor, Source, View, Value) = (descriptor, source, view, value);
        disclosed = Getter.MakeGenericMethod(value).CreateDelegate<Func<RecordReading, PartKey, object?>>();
    }

    /// <summary>What it is and who may see it.</summary>
    public RecordPartDescriptor Descriptor { get; }

    /// <summary>The component, with one parameter <c>Part</c>.</summary>
    public Type View { get; }

    internal Type Source { get; }

    internal Type Value { get; }

    /// <summary>What the component shows: a <see cref="Disclosed{T}"/> of its own type; null when the part was not granted, could not be read or holds nothing.</summary>
    /// <param name="reading">What was read of the record.</param>
    public object? Disclosed(RecordReading reading) => disclosed(reading, Descriptor.Part);

    private static object? Get<T>(RecordReading reading, PartKey part)
        where T : class => reading.Part<T>(part);
}
