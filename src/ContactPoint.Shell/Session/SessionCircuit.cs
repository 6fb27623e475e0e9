using ContactPoint.Shell.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ContactPoint.Shell.Session;

/// <summary>Binds a circuit to the session and token of its connection, and looks at the row before anything that comes in is acted on.</summary>
internal sealed class SessionCircuit(CircuitSession session, AuthenticationStateProvider authentication, SessionWatch watch) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        var binding = SessionBinding.Of(state.User) ?? throw new InvalidOperationException("A circuit without a session.");
        await session.BindAsync(binding, watch.Add);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watch.Remove(session);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (session.IsBlank || await session.IsLiveAsync())
            await next(context);
        else if (session.EndedBecause is null)
            watch.EndToken(session.Binding.Token, await session.ReasonAsync());
    };
}
