using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>A desk that remembers what it was asked, and a switch that the test turns.</summary>
internal sealed class FakeDesk : IModuleDesk, IModuleSwitch
{
    public List<string> Acts { get; } = [];

    public Result<ModuleDeskView> View { get; set; } = new ModuleDeskView(new LocalAuthorityCode("355"), [], [], []);

    public Result<ModuleChangeOutcome> Change { get; set; } = ModuleChangeOutcome.Done;

    public Result<bool> Act { get; set; } = true;

    public ModuleSwitchState State { get; set; } = ModuleSwitchState.On;

    public Task<Result<ModuleDeskView>> ReadAsync(CallerContext caller, CancellationToken cancellation = default) => Task.FromResult(View);

    public Task<Result<ModuleChangeOutcome>> ChangeAsync(CallerContext caller, string name, string before, string after, CancellationToken cancellation = default) =>
        Remember($"{name}: {before} to {after}", Change);

    public Task<Result<ModuleChangeOutcome>> UndoAsync(CallerContext caller, Guid change, CancellationToken cancellation = default) => Remember($"undo {change}", Change);

    public Task<Result<bool>> ConfirmAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default) => Remember($"confirm {proposal}", Act);

    public Task<Result<bool>> RefuseAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default) => Remember($"refuse {proposal}", Act);

    public ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, CancellationToken cancellation = default) => ValueTask.FromResult(State);

    public ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, IUnitOfWork unit) => ValueTask.FromResult(State);

    private Task<Result<T>> Remember<T>(string act, Result<T> answer)
    {
        Acts.Add(act);
        return Task.FromResult(answer);
    }
}
