using System.Threading.Channels;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Identity.Passwords;

/// <summary>Hashes a password again when its stored hash has too few iterations; after the answer, whose time would tell that it was right.</summary>
internal sealed partial class PasswordUpgrades(IUnitOfWorkFactory units, PasswordCheck passwords, ILogger<PasswordUpgrades> logger) : BackgroundService
{
    private const string Replace = "UPDATE $kernel.account SET password_hash = @new WHERE id = @id AND password_hash = @old";

    private readonly Channel<Upgrade> waiting = Channel.CreateBounded<Upgrade>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for it; when too much waits, the next sign-in asks again.</summary>
    public void Ask(Guid userId, string oldHash, string password) => waiting.Writer.TryWrite(new Upgrade(userId, oldHash, password));

    /// <summary>Does what waits now.</summary>
    public async Task RunWaitingAsync(CancellationToken cancellation)
    {
        while (waiting.Reader.TryRead(out var upgrade))
        {
            var hash = passwords.Hash(upgrade.Password);
            await units.RunAsync(
                async unit => await unit.Prepare(Replace, "new", "id", "old").With(hash, upgrade.UserId, upgrade.OldHash).ExecuteNonQueryAsync(CancellationToken.None),
                cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await RunWaitingAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The hash stays as it was and the next sign-in asks again; the host runs on.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, failure);
            }
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "A password hash could not be renewed; the next sign-in tries again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    private sealed record Upgrade(Guid UserId, string OldHash, string Password)
    {
        public override string ToString() => "upgrade";
    }
}
