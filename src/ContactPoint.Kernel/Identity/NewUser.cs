using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Kernel.Identity;

/// <summary>A user to be created.</summary>
public sealed record NewUser
{
    /// <summary>The name to sign in with: 3 to 100 characters; letters, digits and <c>-._@+</c>.</summary>
    public required string UserName { get; init; }

    /// <summary>Name as shown to colleagues; at most 200 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The organisation; the user can sign in only while it is accredited (USR-2).</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name of the organisation; at most 200 characters.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>Agency of the organisation.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Local authority of the organisation; null for a national one.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>The directory's entry of this person, when there is one.</summary>
    public Guid? PractitionerId { get; init; }

    /// <summary>The evidence held; null for none yet.</summary>
    public UserEvidence? Evidence { get; init; }
}

/// <summary>What an account needs to work (USR-1). All four must hold at every moment.</summary>
/// <param name="DbsDate">Date of the enhanced DBS check, as on the certificate; not in the future. It is good for three years from it.</param>
/// <param name="TrainingUntil">Until when the training is good.</param>
/// <param name="ProceduresVersion">The version of the security operating procedures that was acknowledged.</param>
/// <param name="AgreementVersion">The version of the user agreement that was signed.</param>
public sealed record UserEvidence(DateOnly DbsDate, DateTimeOffset TrainingUntil, int ProceduresVersion, int AgreementVersion)
{
    /// <summary>An earlier end of the check, where it is to be renewed sooner; null for three years from <see cref="DbsDate"/>, which is the most.</summary>
    public DateTimeOffset? DbsUntil { get; init; }
}

/// <summary>A token as enrolled. Shown once; it cannot be had again.</summary>
/// <param name="TokenId">The token row.</param>
/// <param name="Secret">The secret in base 32, to be typed.</param>
/// <param name="Uri">The <c>otpauth</c> address, to be shown as a QR code.</param>
public sealed record EnrolledToken(Guid TokenId, string Secret, string Uri)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => $"token {TokenId:N}";
}
