using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Involvement;

/// <summary>A kind of service that can be involved with a child.</summary>
/// <param name="Code">Stable code, agency first: <c>health.school-nurse</c>.</param>
/// <param name="Name">As shown.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="Tier">How long a ceased involvement stays visible (INV-2).</param>
public sealed record Service(string Code, string Name, Agency Agency, ServiceTier Tier);

/// <summary>The tier of a service.</summary>
public enum ServiceTier
{
    /// <summary>For every child: ceased involvements stay visible one year.</summary>
    Universal = 1,

    /// <summary>For some children: ceased involvements stay visible three years.</summary>
    Additional = 2,

    /// <summary>Recorded with consent alone (CON-1): shown to nobody.</summary>
    Sensitive = 3,
}
