using ContactPoint.Sdk.Results;
using OtpNet;

namespace ContactPoint.Demo.People;

internal sealed class DemoPeople(DemoGuard guard, TokenStore tokens, TimeProvider clock) : IDemoPeople
{
    private const int StepSeconds = 30;

    public async Task<Result<IReadOnlyList<DemoPerson>>> ListAsync(CancellationToken cancellation = default)
    {
        if (await guard.CheckAsync(cancellation) is { } refusal) return refusal;
        var secrets = await tokens.ReadAsync(cancellation);
        if (!Cast.All.All(member => secrets.ContainsKey(member.UserName))) return DemoErrors.NotSeeded;
        var now = clock.GetUtcNow();
        var left = StepSeconds - (int)(now.ToUnixTimeSeconds() % StepSeconds);
        return Cast.All.Select(member => new DemoPerson
        {
            Name = member.Name,
            Does = member.Does,
            UserName = member.UserName,
            Code = new Totp(Base32Encoding.ToBytes(secrets[member.UserName])).ComputeTotp(now.UtcDateTime),
            SecondsLeft = left,
            FirstPage = member.FirstPage,
            Try = member.Try,
        }).ToArray();
    }
}
