using ContactPoint.Sdk.Children;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>Runs a trace in one world and writes down all that the caller receives.</summary>
internal sealed class Sitting(World world, Trace trace, Transcript transcript, DrivenCircuit circuit)
{
    private static readonly string[] Pages = ["", "find", "feeds", "audit", "help"];

    private readonly Browser browser = world.BrowserOf(trace.Caller);

    public static async Task<Transcript> RunAsync(World world, Trace trace)
    {
        await world.BeginAsync(trace.Number);
        var transcript = new Transcript(world.Ids);
        await using var circuit = new DrivenCircuit(world, world.BrowserOf(trace.Caller), transcript);
        var sitting = new Sitting(world, trace, transcript, circuit);
        await circuit.OpenAsync("/");
        foreach (var act in trace.Acts)
        {
            transcript.Note(act.ToString());
            await sitting.ActAsync(act);
        }

        await circuit.FinishAsync();
        return transcript;
    }

    private Task ActAsync(TraceAct act) => act.Kind switch
    {
        ActKind.Get => GetAsync(act.Choice),
        ActKind.Post => PostAsync(act.Choice),
        ActKind.Navigate => circuit.NavigateAsync(Pages[act.Choice % Pages.Length]),
        ActKind.Search => SearchAsync(act.Choice),
        ActKind.OpenHit => OpenHitAsync(act.Choice),
        ActKind.OpenHandle => OpenHandleAsync(act.Choice),
        ActKind.Follow => FollowAsync(act.Choice),
        _ => PressAsync(act.Choice),
    };

    private async Task GetAsync(int choice)
    {
        var routes = Endpoints("GET").Distinct().Order(StringComparer.Ordinal).ToArray();
        using var answer = await browser.GetAsync(await FillAsync(routes[choice % routes.Length], choice));
        await transcript.AnswerAsync(answer);
    }

    // Signing out is left out: the caller sits on in the next trace. What it answers is compared in the tests of sign-in.
    private async Task PostAsync(int choice)
    {
        var routes = Endpoints("POST").Where(route => route is not "sign-out" && !route.StartsWith('_')).Distinct().Order(StringComparer.Ordinal).ToArray();
        var form = new Dictionary<string, string>(await AntiforgeryForm.ForAsync(world.App, browser))
        {
            ["user-name"] = "jayden.osborne",
            ["password"] = "Osborne 14 March 2015",
            ["code"] = "000000",
            ["return-to"] = $"/child/{await world.HandleAsync(trace.Caller, world.Country.Secret)}",
        };
        if (choice % 3 == 0)
            form.Remove("return-to");
        using var answer = await browser.SendAsync(HttpMethod.Post, "/" + await FillAsync(routes[choice % routes.Length], choice), form);
        await transcript.AnswerAsync(answer);
    }

    private async Task SearchAsync(int choice)
    {
        await circuit.NavigateAsync("find");
        await StateAsync(choice);
        await circuit.FireAsync(circuit.Page.Nodes.FirstOrDefault(node => node.Name == "button" && node.Attributes.GetValueOrDefault("type") == "button" && node.Handlers.ContainsKey("onclick")), "click");
        foreach (var (field, value) in Typed(choice / 7 % 7))
            await circuit.TypeAsync(field, value);
        await circuit.FireAsync(circuit.Page.Form("role", "search"), "submit");
    }

    // What somebody would type who knows the child, and what lies beside it.
    private (string Field, string Value)[] Typed(int choice) => choice switch
    {
        0 => [("family-name", "Osborne"), ("given-name", "Jayden"), ("birth-day", "14"), ("birth-month", "3"), ("birth-year", "2015")],
        1 => [("number", world.Country.Number)],
        2 => [("identifier", trace.Caller is Caller.Nurse ? "9434765919" : "H801200001001")],
        3 => [("family-name", "Osbourne"), ("given-name", "Jaden"), ("postcode", "M6 5AA")],
        4 => [("family-name", "Osborne"), ("given-name", "Jayden"), ("age", "11"), ("gender", "1")],
        5 => [("family-name", "Olsen"), ("given-name", "Jayden"), ("birth-day", "14"), ("birth-month", "3"), ("birth-year", "2015")],
        _ => [("family-name", "Barker"), ("given-name", "Jayden"), ("birth-day", "14"), ("birth-month", "3"), ("birth-year", "2015"), ("postcode", "M6 5AA")],
    };

    private async Task StateAsync(int choice)
    {
        if (circuit.Page.ById("purpose") is null)
            return;
        await circuit.TypeAsync($"purpose-{choice % 3}", "on");
        await circuit.TypeAsync($"relationship-{choice % 2}", "on");
        await circuit.FireAsync(circuit.Page.Form("class", "cp-statement"), "submit");
    }

    private async Task OpenHitAsync(int choice)
    {
        if (circuit.Page.Links("child/") is not { Length: > 0 } hits)
            await circuit.NavigateAsync("");
        if (circuit.Page.Links("child/") is not { Length: > 0 } listed)
            return;
        await circuit.NavigateAsync(listed[choice % listed.Length]);
        await StateAsync(choice);
    }

    private async Task OpenHandleAsync(int choice)
    {
        await circuit.NavigateAsync(await FillAsync("child/{Handle}", choice));
        await StateAsync(choice);
    }

    private Task FollowAsync(int choice)
    {
        var links = circuit.Page.Links("").Where(link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#')).ToArray();
        return links.Length == 0 ? Task.CompletedTask : circuit.NavigateAsync(links[choice % links.Length]);
    }

    private Task PressAsync(int choice)
    {
        var buttons = circuit.Page.Nodes.Where(node => node.Handlers.ContainsKey("onclick") && !node.Attributes.ContainsKey("disabled")).ToArray();
        return buttons.Length == 0 ? Task.CompletedTask : circuit.FireAsync(buttons[choice % buttons.Length], "click");
    }

    private async Task<string> FillAsync(string route, int choice) =>
        route.Contains("{handle", StringComparison.OrdinalIgnoreCase)
            ? route[..route.IndexOf('{', StringComparison.Ordinal)] + (choice % 4 == 3 ? "nothing" : await world.HandleAsync(trace.Caller, choice % 4 == 2 ? world.Country.Ordinary[choice % 20].Child : world.Country.Secret))
            : route.Replace("{id:guid}", "c0000000-0000-4000-8000-0000000000ff", StringComparison.OrdinalIgnoreCase).Replace("{run:guid}", "c0000000-0000-4000-8000-0000000000ff", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Endpoints(string method) => world.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
        .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(route => !route.Contains("_content", StringComparison.Ordinal) && !route.StartsWith("_framework", StringComparison.Ordinal) && !route.Contains("{*", StringComparison.Ordinal) && !Path.HasExtension(route));
}
