using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Tokens;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OtpNet;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>Enrols tokens, and learns how far a token's clock is off.</summary>
internal sealed class TokenEnrolment(TokenSecrets secrets, IIdSource ids, TimeProvider clock, IOptions<IdentityPolicy> policy)
{
    /// <summary>Makes and seals a secret ahead of the transaction.</summary>
    public PreparedToken Prepare(Guid userId)
    {
        var id = ids.NewId();
        var secret = TokenSecrets.New();
        var row = new AuthenticatorToken { Id = id, UserId = userId, Secret = secrets.Seal(id, secret), State = TokenState.Active, EnrolledAt = clock.GetUtcNow() };
        return new PreparedToken(row, secret);
    }

    public async ValueTask<EnrolledToken> AddAsync(PreparedToken prepared, KernelUser user, KernelContext context)
    {
        await context.Set<AuthenticatorToken>().Where(token => token.UserId == user.Id && token.State == TokenState.Active)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.State, TokenState.Revoked), CancellationToken.None);
        context.Add(prepared.Row);
        var text = Base32Encoding.ToString(prepared.Secret);
        var uri = new OtpUri(OtpType.Totp, text, user.UserName!, policy.Value.TokenIssuer, OtpHashMode.Sha1, TokenCodes.Digits);
        return new EnrolledToken(prepared.Row.Id, text, uri.ToString());
    }

    public async ValueTask<Result<bool>> ResynchroniseAsync(Guid userId, string first, string second, KernelContext context, IUnitOfWork unit)
    {
        var token = await context.Set<AuthenticatorToken>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == userId && row.State == TokenState.Active, CancellationToken.None);
        if (token is null) return NoToken;
        var found = secrets.Resynchronise(new StoredToken(token.Id, token.Secret, token.Drift), first, second, clock.GetUtcNow());
        if (found is not { } learnt || !await TokenUse.TryUseAsync(token.Id, learnt.LastStep, unit)) return NotInStep;
        await context.Set<AuthenticatorToken>().Where(row => row.Id == token.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Drift, learnt.Drift), CancellationToken.None);
        return true;
    }

    private static readonly Error NoToken = new("token.none", "The user has no token. Enrol one.");

    private static readonly Error NotInStep = new("token.not-in-step",
        "The two codes do not follow each other, were used before, or the token's clock is too far off. Try again, or enrol a new token.");
}

/// <summary>A token before it is stored.</summary>
internal sealed record PreparedToken(AuthenticatorToken Row, byte[] Secret)
{
    public override string ToString() => "token";
}
