using System.Text.Json.Serialization;

namespace ContactPoint.Directory.Children;

/// <summary>Where a child is: one of four (REC-4), never an address that may be missing.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CurrentAddress), "current")]
[JsonDerivedType(typeof(LastKnownAddress), "last-known")]
[JsonDerivedType(typeof(NoneKnown), "none-known")]
[JsonDerivedType(typeof(LeftArea), "left-area")]
public abstract record Whereabouts
{
    private protected Whereabouts()
    {
    }
}

/// <summary>The child lives here.</summary>
/// <param name="Address">The address.</param>
public sealed record CurrentAddress(Address Address) : Whereabouts;

/// <summary>The child lived here when last heard of.</summary>
/// <param name="Address">The address.</param>
public sealed record LastKnownAddress(Address Address) : Whereabouts;

/// <summary>No address is known.</summary>
public sealed record NoneKnown : Whereabouts;

/// <summary>The child has left the area.</summary>
/// <param name="IntendsToReturn">Whether a return within three years is intended.</param>
public sealed record LeftArea(ReturnIntent IntendsToReturn) : Whereabouts;

/// <summary>Whether a return within three years is intended.</summary>
public enum ReturnIntent
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Yes.</summary>
    Yes = 1,

    /// <summary>No.</summary>
    No = 2,
}
