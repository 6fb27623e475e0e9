using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.AspNetCore.Components;

// A module for many tests: its key says which nonsense it brings.
public sealed class TheModule : IAgencyModule
{
    public void Register(ModuleRegistration registration)
    {
        var key = registration.Key;
        var own = key + ".one";
        switch (key)
        {
            case "service": registration.Service(Walk(own)); break;
            case "serviceelsewhere": registration.Service(Walk("education.one")); break;
            case "servicetwice": registration.Service(Walk(own)).Service(Walk(own)); break;
            case "servicenameless": registration.Service(Walk(own) with { Name = " " }); break;
            case "serviceclassless": registration.Service(Walk(own) with { Class = 0 }); break;
            case "servicecore": registration.Service(Walk("servicecore.taken")); break;
            case "part": registration.Part<Source, View>(Part(own)); break;
            case "partcore": registration.Part<Source, View>(Part("identity")); break;
            case "identifier": registration.Part<Source, View>(Part("identifier.upn")); break;
            case "partother": registration.Part<Source, View>(Part("education.contacts")); break;
            case "parttwice": registration.Part<Source, View>(Part(own)).Part<Source, View>(Part(own)); break;
            case "partpurpose": registration.Part<Source, View>(Part(own) with { Purposes = new HashSet<Purpose> { Purpose.None } }); break;
            case "partagency": registration.Part<Source, View>(Part(own) with { Agencies = new HashSet<Agency>() }); break;
            case "partsource": registration.Part<AbstractSource, View>(Part(own)); break;
            case "partview": registration.Part<Source, object>(Part(own)); break;
            case "partplain": registration.Part<Source, PlainView>(Part(own)); break;
            case "partmore": registration.Part<Source, CuriousView>(Part(own)); break;
        }
    }

    private static ModuleService Walk(string code) => new(code, "Walk-in", Agency.Education, ServiceClass.Universal);

    private static RecordPartDescriptor Part(string key) =>
        new() { Part = new PartKey(key), Title = "One", Order = 1, Agency = Agency.Education, Purposes = new HashSet<Purpose> { Purpose.EarlyHelp } };
}

public abstract class AbstractSource : IPartSource
{
    public IReadOnlyCollection<PartKey> Parts => [];
    public ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit) => throw new NotSupportedException();
}

public sealed class Source : AbstractSource;

public class PlainView : ComponentBase
{
    [Parameter] public string Part { get; set; } = "";
}

public class View : ComponentBase
{
    [Parameter] public Disclosed<string> Part { get; set; } = default!;
}

public sealed class CuriousView : View
{
    [CascadingParameter] public object? Besides { get; set; }
}
