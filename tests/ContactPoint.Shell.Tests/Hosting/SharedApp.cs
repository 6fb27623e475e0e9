namespace ContactPoint.Shell.Tests.Hosting;

/// <summary>One host for the tests of a class.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public ShellApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await ShellApp.StartAsync();

    public ValueTask DisposeAsync() => App?.DisposeAsync() ?? ValueTask.CompletedTask;
}
