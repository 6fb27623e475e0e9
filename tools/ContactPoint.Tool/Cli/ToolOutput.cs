using System.Text.Encodings.Web;
using System.Text.Json;
using ContactPoint.Sdk.Results;
using Spectre.Console;

namespace ContactPoint.Tool.Cli;

/// <summary>What a command says: one JSON document for programs, or lines for people.</summary>
internal sealed class ToolOutput
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const int WidthOfFiles = 1_000;

    private readonly bool json;

    public ToolOutput(ToolStreams streams, bool json)
    {
        this.json = json;
        Streams = streams;
        People = Console(streams.Output, interactive: false);
    }

    public ToolStreams Streams { get; }

    /// <summary>The console for people; silent under <c>--json</c> by the callers' use of <see cref="Say"/>.</summary>
    public IAnsiConsole People { get; }

    public static IAnsiConsole Console(TextWriter writer, bool interactive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Interactive = interactive ? InteractionSupport.Detect : InteractionSupport.No,
        });

        // A file or a pipe has no width: lines with keys and addresses stay whole.
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = WidthOfFiles;
        return console;
    }

    /// <summary>Says the outcome, once a run.</summary>
    public void Say(object document, Action<IAnsiConsole> people)
    {
        if (json) Streams.Output.WriteLine(JsonSerializer.Serialize(document, Format));
        else people(People);
    }

    /// <summary>Says why not.</summary>
    public int Refuse(Error error)
    {
        Say(new { ok = false, error }, _ => Console(Streams.Error, interactive: false).MarkupLineInterpolated($"[red]{error.Message}[/]"));
        return ExitCode.Refused;
    }
}
