using System.Text.RegularExpressions;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// Everything that a caller receives in one trace: status, headers and body of each answer, each frame of the circuit. Put aside is only what
/// is drawn at random for every answer and tells nothing:
/// the date; the nonce of the content policy; antiforgery tokens and their cookie; the token of a session's or an attempt's cookie; the
/// reference of an error page; the sealed descriptors by which a document names its components (sealed anew each time); the framework's ids
/// of captured elements and MudBlazor's of its own (new GUIDs in each circuit): these two are replaced by their order of appearance, so that
/// the number of them and each use of them is still compared.
/// </summary>
internal sealed partial class Transcript(WorldIds ids)
{
    private readonly List<string> lines = [];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>What was received, in order.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    /// <summary>How many frames of the circuit came.</summary>
    public int Frames { get; private set; }

    /// <summary>What the caller did, so that a difference can be read.</summary>
    public void Note(string words) => Add("# " + words);

    /// <summary>An id that is random in each circuit.</summary>
    public void Know(string id)
    {
        lock (lines)
            known.TryAdd(id, $"element-{known.Count:D28}");
    }

    public void Frame(string target, string words)
    {
        Frames++;
        foreach (Match own in OwnId().Matches(words))
            Know(own.Value);
        foreach (Match id in AnyId().Matches(words))
        {
            if (ids.IsDrawn(id.Value))
                Know(id.Value);
        }

        foreach (var (id, name) in known)
            words = words.Replace(id, name[^id.Length..], StringComparison.Ordinal);
        Add($"{target} {words}");
    }

    public async Task AnswerAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}");
        var text = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} {(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}";
        Add(Random().Replace(text, match => match.Groups[1].Value + match.Groups[2].Value + "…"));
    }

    /// <summary>The first line in which two differ; null when they agree in every byte.</summary>
    public static string? Difference(Transcript first, Transcript second)
    {
        var (a, b) = (first.Lines, second.Lines);
        for (var line = 0; line < Math.Max(a.Count, b.Count); line++)
        {
            var (left, right) = (line < a.Count ? a[line] : "(nothing)", line < b.Count ? b[line] : "(nothing)");
            if (left == right)
                continue;
            var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"Line {line} of {a.Count} and {b.Count}, from character {at}:\nwith:    {Around(left, at)}\nwithout: {Around(right, at)}\nafter:   {string.Join(" / ", a.Take(line).Where(earlier => earlier.StartsWith('#')))}";
        }

        return null;
    }

    private static string Around(string text, int at)
    {
        var from = Math.Max(0, at - 120);
        return string.Concat(text.Substring(from, Math.Min(360, text.Length - from)).Select(letter => char.IsControl(letter) ? '·' : letter));
    }

    private void Add(string line)
    {
        lock (lines)
            lines.Add(line);
    }

    [GeneratedRegex("(nonce[-=]\"?)[^\"' <>]+|(__RequestVerificationToken\" value=\"|__Host-contactpoint(?:-step)?=|__Host-cp-form=|<strong>(?=[2-9B-Y]{4}-[2-9B-Y]{4}</strong>)|\"descriptor\":\"|\"prerenderId\":\"|\"key\":\\{\"locationHash\":\"|<!--Blazor-(?:Server-Component-State|Web-Initializers):|\"connectionId\":\"|\"connectionToken\":\")[^\"';<>]+")]
    private static partial Regex Random();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex AnyId();

    [GeneratedRegex("(?<=mud[a-z-]*-|popover-|popovercontent-)(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z0-9]{8}(?![a-z0-9-]))|(?<![A-Z0-9-])[2-9B-Y]{4}-[2-9B-Y]{4}(?![A-Z0-9-])")]
    private static partial Regex OwnId();
}
