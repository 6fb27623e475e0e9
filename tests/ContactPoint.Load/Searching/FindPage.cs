using ContactPoint.Load.Circuits;
using ContactPoint.Load.Pages;

namespace ContactPoint.Load.Searching;

/// <summary>Somebody at the page "Find a child": says why, fills the form in, searches, reads the list. All through events of the page.</summary>
public sealed class FindPage : IAsyncDisposable
{
    public const string Path = "/find";

    private readonly CircuitClient circuit;

    private FindPage(CircuitClient circuit) => this.circuit = circuit;

    public CircuitClient Circuit => circuit;

    /// <summary>Opens the page; it asks for purpose and relationship first.</summary>
    public static async Task<FindPage> OpenAsync(IVisitor visitor)
    {
        var circuit = await CircuitClient.OpenAsync(visitor, Path, keepsTranscript: false);
        await circuit.WaitAsync(page => page.ById("purpose-0") is not null);
        return new FindPage(circuit);
    }

    /// <summary>States that a service is given to a child in one's care.</summary>
    public async Task StateAsync()
    {
        await ChooseAsync("Giving a service");
        await ChooseAsync("My service works with the child");
        await SubmitAsync(page => page.OfClass("cp-statement").First());
        await circuit.WaitAsync(page => page.ById("family-name") is not null);
    }

    /// <summary>Types what is known of a child and searches.</summary>
    /// <returns>The names listed, best first.</returns>
    /// <exception cref="SearchRefusedException">The page showed a refusal instead.</exception>
    public async Task<IReadOnlyList<string>> SearchAsync(ChildSought child)
    {
        ArgumentNullException.ThrowIfNull(child);
        foreach (var (field, value) in child.Typed)
            await circuit.RaiseAsync(Find(page => page.ById(field)), "change", value);
        await SubmitAsync(page => page.Everything.First(node => node["role"] == "search"));
        if (circuit.Read(page => page.OfClass("cp-refusal").Concat(page.OfClass("cp-error-summary")).FirstOrDefault()?.Words) is { } refusal)
            throw new SearchRefusedException(refusal);
        return circuit.Read(page => page.OfClass("cp-result").Select(result => result.Everything().First(node => node.Element == "strong").Words).ToArray());
    }

    public ValueTask DisposeAsync() => circuit.DisposeAsync();

    private Task ChooseAsync(string label)
    {
        var input = Find(page => page.Everything.FirstOrDefault(node => node.Element == "label" && node.Words == label)?["for"] is { } id ? page.ById(id) : null);
        return circuit.RaiseAsync(input, "change", input["value"]);
    }

    private Task SubmitAsync(Func<PageTree, PageNode> form) => circuit.RaiseAsync(circuit.Read(form), "submit");

    private PageNode Find(Func<PageTree, PageNode?> look) => circuit.Read(look) ?? throw new InvalidOperationException("The page does not show what is looked for.");
}
