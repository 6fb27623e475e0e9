using ContactPoint.Sdk.Access;
using Microsoft.AspNetCore.Identity;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>An account. Of ASP.NET Core Identity's columns it keeps id, names and password hash; the rest is decided elsewhere or unused.</summary>
internal sealed class KernelUser : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = string.Empty;

    public Guid OrganisationId { get; set; }

    public string OrganisationName { get; set; } = string.Empty;

    public Agency Agency { get; set; }

    public string? Authority { get; set; }

    public Guid? PractitionerId { get; set; }

    public AccountState State { get; set; }

    /// <summary>The host's own account: no password, no token, never on a page.</summary>
    public bool IsSystem { get; set; }

    public DateTimeOffset? DbsUntil { get; set; }

    public DateTimeOffset? TrainingUntil { get; set; }

    public int? ProceduresVersion { get; set; }

    public int? AgreementVersion { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}

internal enum AccountState
{
    Active = 0,
    Suspended = 1,
    Closed = 2,
}
