using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.AspNetCore.Components;

public sealed class TheModule : IAgencyModule
{
    public void Register(ModuleRegistration registration)
    {
        registration.Part<Source, RoutedView>(
            new() { Part = new PartKey("plain.one"), Title = "One", Order = 1, Agency = Agency.Education, Purposes = new HashSet<Purpose> { Purpose.EarlyHelp } });
    }
}

public sealed class Source : IPartSource
{
    public IReadOnlyCollection<PartKey> Parts => [];
    public ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit) => throw new NotSupportedException();
}

[Route("/m/plain/one")]
[Microsoft.AspNetCore.Authorization.Authorize]
public sealed class RoutedView : ComponentBase
{
    [Parameter] public Disclosed<string> Part { get; set; } = default!;
}
