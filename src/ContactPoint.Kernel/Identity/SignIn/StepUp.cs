using ContactPoint.Kernel.Access;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Kernel.Identity.Tokens;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>A fresh code for a sensitive act (USR-10). The same codes, counts and delays as sign-in: a code works once for either.</summary>
internal sealed class StepUp(
    IUnitOfWorkFactory units, CallerFactory callers, SignInAccounts accounts, FailureCounts failures, TokenSecrets secrets, SignInAudit audit, Revocations revocations, TimeProvider clock)
    : IStepUp, IStepUpCodes
{
    private const string InForce = "SELECT token_hash FROM $kernel.session WHERE id = @id";

    // Fresh code and fresh token in one statement: no moment lies between them in which the old token has the fresh code.
    private const string Freshen =
        "UPDATE $kernel.session SET second_factor_at = @now, last_activity_at = @now, token_hash = @fresh WHERE id = @id AND token_hash = @hash AND ended_at IS NULL";

    // A time ahead of the clock is left over from a clock that was set back: it makes nothing fresh for longer.
    public bool IsFresh(CallerContext caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.SecondFactor != SecondFactor.None && (clock.GetUtcNow() - caller.SecondFactorAt).Duration() <= IStepUp.MaximumAge;
    }

    public Task<Result<NewSession>> VerifyAsync(CallerContext caller, string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return units.RunAsync<Result<NewSession>>(
            async unit =>
            {
                var now = clock.GetUtcNow();
                if (await callers.MakeAsync(caller.SessionId, caller.TokenId, unit) is not { } current || current.UserId != caller.UserId)
                    return await RefuseAsync(caller, Reasons.SessionEnded, GateErrors.SessionEnded, unit);
                if (await accounts.ReadAsync(current.UserId, unit) is not { } account)
                    return await RefuseAsync(current, SignInReasons.AccountGone, SignInErrors.CodeRefused, unit);
                await failures.EnsureAsync(account.AccountName, unit);
                var delayed = (await failures.DelayedAsync(account.AccountName, unit)).Contains(FactorClass.Code);
                var step = secrets.Match(account.Token, code, now);
                var used = await TokenUse.TryUseAsync(!delayed && step is not null ? account.Token!.Id : Guid.Empty, step ?? 0, unit);
                if (!used) return await RefuseAsync(current, account, delayed, step, unit);
                await failures.ClearAsync(account.AccountName, FactorClass.Code, unit);
                if (await RenewAsync(current.SessionId, now, unit) is not { } token) return await RefuseAsync(current, Reasons.SessionEnded, GateErrors.SessionEnded, unit);
                await audit.SteppedUpAsync(current, [], unit);
                return new NewSession(token, current.SessionId, current.DisplayName, current.SessionEndsAt);
            },
            cancellation);
    }

    // The old token is revoked by name, so that whatever was opened with it goes blank here and in every other process.
    private async ValueTask<string?> RenewAsync(Guid session, DateTimeOffset now, IUnitOfWork unit)
    {
        var hash = (byte[])(await unit.Prepare(InForce, "id").With(session).ExecuteScalarAsync(CancellationToken.None))!;
        var fresh = RandomToken.New();
        var rows = await unit.Prepare(Freshen, "now", "fresh", "id", "hash").With(now, fresh.Hash, session, hash).ExecuteNonQueryAsync(CancellationToken.None);
        if (rows != 1) return null;
        await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Token, RandomToken.IdOf(hash)), unit);
        return fresh.Text;
    }

    private async ValueTask<Error> RefuseAsync(CallerContext caller, SignInAccount account, bool delayed, long? step, IUnitOfWork unit)
    {
        await failures.AddAsync(account.AccountName, FactorClass.Code, step is null, unit);
        var reason = delayed ? SignInReasons.Delayed : account.Token is null ? SignInReasons.NoToken : step is null ? SignInReasons.WrongCode : SignInReasons.UsedCode;
        return await RefuseAsync(caller, reason, SignInErrors.CodeRefused, unit);
    }

    private async ValueTask<Error> RefuseAsync(CallerContext caller, ReasonCode reason, Error answer, IUnitOfWork unit)
    {
        await audit.SteppedUpAsync(caller, [reason], unit);
        return answer;
    }
}
