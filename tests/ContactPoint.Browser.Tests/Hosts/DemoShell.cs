namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>One host on one seeded data directory, shared by the journeys. Started when first asked for.</summary>
public sealed class DemoShell : IAsyncDisposable
{
    private DataFolder? folder;
    private ShellProcess? shell;
    private DemoTokens? tokens;

    internal DataFolder Folder => folder!;

    internal ShellProcess Shell => shell!;

    internal DemoTokens Tokens => tokens!;

    internal async Task<Uri> AddressAsync(SeededData seeded)
    {
        if (shell is not null) return shell.Address;
        folder = await seeded.CopyAsync();
        tokens = new DemoTokens(folder.Path);
        shell = await ShellProcess.StartAsync(folder.Path);
        return shell.Address;
    }

    public async ValueTask DisposeAsync()
    {
        if (shell is not null) await shell.DisposeAsync();
        folder?.Dispose();
    }
}
