using System.CommandLine;

namespace ContactPoint.Benchmarks.FirstPage;

/// <summary>Bytes over the wire of everything that a browser with an empty cache fetches for its first page, from the published build.</summary>
internal static class FirstPageCommand
{
    /// <summary>The target, in bytes of 1,000 to the kilobyte: the stricter reading.</summary>
    private const int MostBytes = 170_000;

    private static readonly string[] Pages = ["/sign-in", "/", "/find"];

    public static Command Build()
    {
        var published = new Option<DirectoryInfo?>("--published") { Description = "A published build; published anew from the sources when not given." };
        var json = Report.JsonOption();
        var command = new Command("first-page", "Compressed bytes of a first page, from the published build.") { published, json };
        command.SetAction(async (parsed, _) =>
        {
            await using var host = await PublishedShell.StartAsync(parsed.GetValue(published)?.FullName);
            List<FirstPageFigure> figures = [];
            foreach (var page in Pages) figures.Add(await FirstPageFigure.FetchAsync(host, page));
            Report.Say(figures, parsed.GetValue(json), figures.SelectMany(Lines));
            return figures.TrueForAll(figure => figure.Bytes <= MostBytes) ? 0 : 1;
        });
        return command;
    }

    private static IEnumerable<string> Lines(FirstPageFigure figure) =>
    [
        $"{figure.Page}: {figure.Bytes:N0} bytes compressed, {figure.PlainBytes:N0} plain (limit {MostBytes:N0})",
        .. figure.Files.Select(file => $"  {file.Bytes,9:N0} {file.PlainBytes,11:N0} {file.Encoding,-8} {file.Path}"),
    ];
}
