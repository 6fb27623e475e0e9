using ContactPoint.Sdk.Access;

namespace ContactPoint.Sdk.Modules;

/// <summary>A kind of service that a module adds to the catalogue: it can be involved with a child from then on.</summary>
/// <param name="Code">Stable code under the module's key, at most 40 characters: <c>education.attendance</c>. Stored with each involvement: never give it another meaning.</param>
/// <param name="Name">As shown; at most 60 characters.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="Class">How long a ceased involvement stays visible.</param>
public sealed record ModuleService(string Code, string Name, Agency Agency, ServiceClass Class);

/// <summary>The class of a service (INV-2).</summary>
public enum ServiceClass
{
    /// <summary>For every child: ceased involvements stay visible one year.</summary>
    Universal = 1,

    /// <summary>For some children: ceased involvements stay visible three years.</summary>
    Additional = 2,

    /// <summary>Recorded with consent alone (CON-1): no involvement is shown, and until consents can be recorded none is written.</summary>
    Sensitive = 3,
}

/// <summary>Port of those who add services to the catalogue.</summary>
public interface IServiceSource
{
    /// <summary>The services added. Asked once, when the host's modules have settled.</summary>
    IReadOnlyList<ModuleService> Services { get; }
}
