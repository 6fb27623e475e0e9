using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Tokens;

/// <summary>Uses a code up: one conditional UPDATE, and only the one that changes a row has won (I-30).</summary>
internal static class TokenUse
{
    private const string Raise = "UPDATE $kernel.token SET last_step = @step WHERE id = @id AND state = @active AND last_step < @step";

    public static async ValueTask<bool> TryUseAsync(Guid tokenId, long step, IUnitOfWork unit) =>
        await unit.Prepare(Raise, "step", "id", "active").With(step, tokenId, TokenState.Active).ExecuteNonQueryAsync(CancellationToken.None) == 1;
}
