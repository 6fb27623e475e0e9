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
            case "right": registration.Permission(Right(own)); break;
            case "rightother": registration.Permission(Right("education.one")); break;
            case "righttwice": registration.Permission(Right(own)).Permission(Right(own)); break;
            case "rightsystem": registration.Permission(Right(own) with { Roles = new HashSet<Role> { Role.SystemAccount } }); break;
            case "setting": registration.Setting(Number(own)); break;
            case "settingother": registration.Setting(Number("education")); break;
            case "settingtwice": registration.Setting(Number(own)).Setting(Number(own)); break;
            case "settingbounds": registration.Setting(Number(own) with { Minimum = 9 }); break;
            case "settingdefault": registration.Setting(Number(own) with { Default = "12" }); break;
            case "settingchoices": registration.Setting(Number(own) with { Kind = SettingKind.Choice, Choices = [new("5", "Five")] }); break;
            case "settingtext": registration.Setting(Number(own) with { Kind = SettingKind.ShortText }); break;
            case "job": registration.Job<Job>(JobSchedule.Every(own, 5, TimeSpan.FromMinutes(1))); break;
            case "jobother": registration.Job<Job>(JobSchedule.Every("education.one", 5, TimeSpan.FromMinutes(1))); break;
            case "jobtwice": registration.Job<Job>(JobSchedule.Every(own, 5, TimeSpan.FromMinutes(1))).Job<Job>(JobSchedule.Daily(own, new TimeOnly(3, 0), TimeSpan.FromMinutes(1))); break;
            case "joboften": registration.Job<Job>(JobSchedule.Every(own, 1, TimeSpan.FromMinutes(1))); break;
            case "joblong": registration.Job<Job>(JobSchedule.Every(own, 5, TimeSpan.FromHours(7))); break;
            case "jobclass": registration.Job<IModuleJob>(JobSchedule.Every(own, 5, TimeSpan.FromMinutes(1))); break;
            case "partmore": registration.Part<Source, CuriousView>(Part(own)); break;
        }
    }

    private static ModuleService Walk(string code) => new(code, "Walk-in", Agency.Education, ServiceClass.Universal);

    private static ModulePermission Right(string key) => new(key, "Sees one", Agency.Education, new HashSet<Role> { Role.Practitioner });

    private static ModuleSetting Number(string key) => new() { Key = key, Words = "One", Kind = SettingKind.WholeNumber, Minimum = 1, Maximum = 7, Default = "5", Widens = SettingWidens.Up };

    private static RecordPartDescriptor Part(string key) =>
        new() { Part = new PartKey(key), Title = "One", Order = 1, Agency = Agency.Education, Purposes = new HashSet<Purpose> { Purpose.EarlyHelp } };
}

public sealed class Job : IModuleJob
{
    public Task RunAsync(System.Threading.CancellationToken cancellation) => Task.CompletedTask;
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
