using System.Diagnostics;

namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>The built <c>contactpoint</c> command.</summary>
internal static class ToolProcess
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(BuiltFiles.Dotnet, [BuiltFiles.Tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
