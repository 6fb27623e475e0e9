using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Sdk.Shielding;

/// <summary>How much of a child may be seen (SHD).</summary>
public enum ShieldLevel
{
    /// <summary>No shield.</summary>
    None = 0,

    /// <summary>Current names, gender, date of birth, directory number and the national desk (SHD-2).</summary>
    Masked = 1,

    /// <summary>Exists for the sealed team alone (SHD-10).</summary>
    Concealed = 2,
}

/// <summary>The shield on one child, as the policy needs it.</summary>
/// <param name="Level">The level.</param>
/// <param name="BarredUsers">Users of a no-contact pair with this child (SHD-11): for them the child is concealed.</param>
public sealed record ShieldState(ShieldLevel Level, IReadOnlySet<Guid> BarredUsers)
{
    /// <summary>No shield.</summary>
    public static ShieldState None { get; } = new(ShieldLevel.None, new HashSet<Guid>());
}

/// <summary>The register of shields: read by the policy, by feeds and by the builder of the search index.</summary>
public interface IShieldRegister
{
    /// <summary>One state for each child, in order; children that do not exist have none. The work depends on the number alone.</summary>
    /// <param name="children">The children.</param>
    /// <param name="unit">The transaction of what depends on the answer.</param>
    ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit);
}
