using System.Security.Cryptography;
using System.Text;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>System accounts and their sessions. An account is made when its function first asks; its id follows from the function's name.</summary>
internal sealed class SystemCallers(
    IUnitOfWorkFactory units, CallerFactory callers, Revocations revocations, IAuditTrail trail, IIdSource ids, TimeProvider clock, IOptions<IdentityPolicy> policy)
    : ISystemCallers, ISystemCaller, IDisposable
{
    private const string HostFunction = "host";
    private const int LongestFunction = 40;

    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim one = new(1, 1);
    private Guid hostSession;

    public async Task<CallerContext> CurrentAsync(CancellationToken cancellation = default)
    {
        if (await LiveHostAsync(cancellation) is { } live) return live;
        await one.WaitAsync(cancellation);
        try
        {
            if (await LiveHostAsync(cancellation) is { } opened) return opened;
            var caller = await OpenAsync(HostFunction, "host", cancellation);
            hostSession = caller.SessionId;
            return caller;
        }
        finally
        {
            one.Release();
        }
    }

    public Task<CallerContext> OpenAsync(string function, string operatorName, CancellationToken cancellation = default)
    {
        if (function is null or { Length: 0 or > LongestFunction } || function.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
            throw new ArgumentException("A function's name has lower-case letters, digits and hyphens.", nameof(function));
        var account = new KernelUser
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("system-account:" + function)).AsSpan(0, 16), bigEndian: true),
            UserName = $"system:{function}",
            NormalizedUserName = $"SYSTEM:{function.ToUpperInvariant()}",
            DisplayName = $"system ({function})",
            OrganisationName = "ContactPoint",
            Agency = Agency.Administration,
            IsSystem = true,
            CreatedAt = clock.GetUtcNow(),
        };
        var session = new OpenedSession(
            ids.NewId(), account.Id, RandomToken.New().Hash, clock.GetUtcNow(), policy.Value.SessionLength, policy.Value.SessionLength, SecondFactor.OperatorCredential);
        return units.RunAsync(unit => OpenAsync(account, session, operatorName, unit), cancellation);
    }

    public Task CloseAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Holds(Role.SystemAccount)) throw new ArgumentException("Not a system caller.", nameof(caller));
        return units.RunAsync(
            async unit => await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Session, caller.SessionId), SessionEnd.SignedOut, unit), cancellation);
    }

    public void Dispose() => one.Dispose();

    private async ValueTask<CallerContext> OpenAsync(KernelUser account, OpenedSession session, string operatorName, IUnitOfWork unit)
    {
        var context = unit.Lease<KernelContext>(DisclosureScope.None);
        if (!await context.Set<KernelUser>().AnyAsync(user => user.Id == account.Id, CancellationToken.None))
        {
            context.Add(account);
            await context.SaveChangesAsync(CancellationToken.None);
        }

        await SessionOpening.InsertAsync(session, unit);
        await trail.AppendAsync(
            new AuditEvent
            {
                Type = AuditEvents.SignedIn,
                Actor = new AuditActor(account.Id, session.Id, account.OrganisationId, account.DisplayName),
                Outcome = AuditOutcome.Granted,
                Detail = new Dictionary<string, object?> { ["operator"] = operatorName, ["factor"] = session.Factor.ToString() },
            },
            unit);
        return await callers.MakeAsync(session.Id, null, unit)
            ?? throw new InvalidOperationException("The system account is suspended. Reinstate it before the host or the command line can act.");
    }

    private async Task<CallerContext?> LiveHostAsync(CancellationToken cancellation)
    {
        var session = hostSession;
        if (session == Guid.Empty) return null;
        var caller = await units.ReadAsync(unit => callers.MakeAsync(session, null, unit), cancellation);
        return caller is not null && caller.SessionEndsAt - clock.GetUtcNow() > Margin ? caller : null;
    }
}
