using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>Creates accounts through ASP.NET Core Identity's user manager and store, on the leased context.</summary>
internal sealed class AccountCreation(IPasswordHasher<KernelUser> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    private const int ShortestName = 3;
    private const int LongestName = 100;
    private const int LongestText = 200;

    private static readonly IOptions<IdentityOptions> Options = Microsoft.Extensions.Options.Options.Create(new IdentityOptions());

    public KernelUser RowOf(NewUser user, string? passwordHash, Guid id)
    {
        var row = new KernelUser
        {
            Id = id,
            UserName = user.UserName.Trim(),
            PasswordHash = passwordHash,
            DisplayName = user.DisplayName.Trim(),
            OrganisationId = user.OrganisationId,
            OrganisationName = user.OrganisationName.Trim(),
            Agency = user.Agency,
            Authority = user.Authority?.Value,
            PractitionerId = user.PractitionerId,
            CreatedAt = clock.GetUtcNow(),
        };
        if (user.Evidence is { } evidence) Apply(evidence, row);
        return row;
    }

    public static void Apply(UserEvidence evidence, KernelUser user)
    {
        user.DbsUntil = DbsCheck.EndOf(evidence);
        user.TrainingUntil = evidence.TrainingUntil;
        user.ProceduresVersion = evidence.ProceduresVersion;
        user.AgreementVersion = evidence.AgreementVersion;
    }

    public string Normalise(string userName) => normalizer.NormalizeName(userName.Trim());

    public async ValueTask<Result<Guid>> AddAsync(KernelUser row, KernelContext context)
    {
        if (row.UserName!.Length is < ShortestName or > LongestName) return WrongName;
        if (row.DisplayName.Length is 0 or > LongestText || row.OrganisationName.Length is 0 or > LongestText) return WrongText;
        if (row.OrganisationId == Guid.Empty) return NoOrganisation;
        using var store = new UserOnlyStore<KernelUser, KernelContext, Guid>(context);
        using var users = new UserManager<KernelUser>(
            store, Options, hasher, [new UserValidator<KernelUser>()], [], normalizer, new IdentityErrorDescriber(), null!, NullLogger<UserManager<KernelUser>>.Instance);
        var outcome = await users.CreateAsync(row);
        if (outcome.Succeeded) return row.Id;
        return outcome.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? Taken : WrongName;
    }

    private static readonly Error Taken = new("user.name-taken", "There is a user of this name already. Choose another user name.");

    private static readonly Error WrongName = new("user.name", $"A user name has {ShortestName} to {LongestName} characters: letters, digits and - . _ @ +");

    private static readonly Error WrongText = new("user.text", $"Give the name and the organisation's name, at most {LongestText} characters each.");

    private static readonly Error NoOrganisation = new("user.organisation", "Say which organisation the user belongs to.");
}
