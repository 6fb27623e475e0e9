using ContactPoint.Kernel.Identity.Passwords;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Kernel.Identity.Tokens;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>
/// Sign-in. Whatever is wrong, both steps run the same statements in the same order and the same cryptography, on a decoy where there
/// is nothing (I-29); only after all of it is it known whether anything was wrong.
/// </summary>
internal sealed class SignInService(
    IUnitOfWorkFactory units, PasswordCheck passwords, PasswordUpgrades upgrades, SignInAttempts attempts, SignInAccounts accounts,
    FailureCounts failures, TokenSecrets secrets, Revocations revocations, SignInAudit audit, IIdSource ids, TimeProvider clock, IOptions<IdentityPolicy> policy)
    : ISignIn
{
    private const string MarkSignIn = "UPDATE $kernel.account SET last_sign_in_at = @now WHERE id = @id";

    public async Task<string> BeginAsync(string userName, string password, string clientAddress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        var name = failures.Normalise(userName);
        var known = await units.ReadAsync(unit => SignInAccounts.CredentialsAsync(name, unit), cancellation);

        // Outside the unit: about 100 ms of work must not hold the writer.
        var finding = passwords.Verify(known?.Hash, password);
        if (finding == PasswordFinding.RightButOld) upgrades.Ask(known!.Value.Id, known.Value.Hash, password);
        var account = failures.AccountOf(name);
        var attempt = attempts.Prepare(new Finding(known?.Id ?? Guid.Empty, finding != PasswordFinding.Wrong, account, userName));
        var token = RandomToken.New();
        return await units.RunAsync(
            async unit =>
            {
                await failures.EnsureAsync(account, unit);
                await attempts.InsertAsync(attempt, token.Hash, unit);
                return token.Text;
            },
            cancellation);
    }

    public Task<Result<NewSession>> CompleteAsync(string attempt, string code, string clientAddress, CancellationToken cancellation = default)
    {
        var hash = RandomToken.HashOf(attempt);
        var opening = (Id: ids.NewId(), Token: RandomToken.New());
        return units.RunAsync<Result<NewSession>>(
            async unit =>
            {
                var now = clock.GetUtcNow();
                var taken = await attempts.TakeAsync(hash, unit);
                var account = await accounts.ReadAsync(taken.Finding.UserId, unit);
                var delayed = await failures.DelayedAsync(taken.Finding.Account, unit);
                var step = secrets.Match(account?.Token, code, now);
                var check = new SignInCheck(taken, account, delayed, step);

                // Run whatever came before; for nobody's token unless all else is right, so that no refused attempt uses a code up.
                var used = await TokenUse.TryUseAsync(check.MayUseCode ? account!.Token!.Id : Guid.Empty, step ?? 0, unit);
                if (!used) return await RefuseAsync(check, clientAddress, unit);
                return await OpenAsync(account!, taken, opening, clientAddress, unit);
            },
            cancellation);
    }

    private async ValueTask<Error> RefuseAsync(SignInCheck check, string clientAddress, IUnitOfWork unit)
    {
        await failures.AddAsync(check.Taken.Finding.Account, FactorClass.Password, check.CountsPassword, unit);
        await failures.AddAsync(check.Taken.Finding.Account, FactorClass.Code, check.CountsCode, unit);
        await audit.RefusedAsync(check, clientAddress, unit);
        return SignInErrors.Refused;
    }

    private async ValueTask<NewSession> OpenAsync(
        SignInAccount account, TakenTry taken, (Guid Id, RandomToken Token) opening, string clientAddress, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        await SignInAttempts.DeleteAsync(taken.Id, unit);
        await failures.ClearAsync(taken.Finding.Account, unit);
        await EndOthersAsync(account.Id, unit);
        var session = new OpenedSession(
            opening.Id, account.Id, opening.Token.Hash, now, policy.Value.SessionLength, policy.Value.IdleLimit, SecondFactor.AuthenticatorApp);
        await SessionOpening.InsertAsync(session, unit);
        await unit.Prepare(MarkSignIn, "now", "id").With(now, account.Id).ExecuteNonQueryAsync(CancellationToken.None);
        await audit.OpenedAsync(account, opening.Id, clientAddress, unit);
        return new NewSession(opening.Token.Text, opening.Id, account.DisplayName, now + policy.Value.SessionLength);
    }

    // One live session a user (USR-10). Each by its own notice: a notice for the user would end the new one too.
    private async ValueTask EndOthersAsync(Guid userId, IUnitOfWork unit)
    {
        foreach (var other in await Revocations.OpenSessionsAsync(userId, unit))
            await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Session, other), SessionEnd.Replaced, unit);
    }
}
