using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ContactPoint.Tool.Cli;

/// <summary>Shows how many are done beside the bar.</summary>
internal sealed class CountColumn : ProgressColumn
{
    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.Value.ToString("N0", CultureInfo.InvariantCulture));
}
