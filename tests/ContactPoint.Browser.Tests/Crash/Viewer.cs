using System.Globalization;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Search;
using ContactPoint.Directory.Search.FindChild;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>Searches and opens what it finds, over and over, through the handlers that the pages use. Each search carries a mark that its audit entry must hold.</summary>
internal sealed class Viewer(DiskHost host, CrashOrder order, Action<string> say)
{
    private const int OpenedOfASearch = 3;

    private static readonly AccessStatement Statement = new(Purpose.SafeguardingEnquiry, Relationship.InMyCare);

    public async Task PrepareAsync()
    {
        await host.Get<IChildIndex>().CatchUpAsync();
        await host.Get<ISessions>().TouchAsync(order.Session);
    }

    public async Task RunAsync(CancellationToken enough)
    {
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            // The story's child, and pupils whom the feed is changing at this moment.
            var pupil = CrashRoll.Pupil(round * 7 % CrashRoll.Pupils);
            var criteria = round % 2 == 0
                ? new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) }
                : new SearchCriteria { FamilyName = pupil.Surname, GivenName = pupil.Forename, DateOfBirth = pupil.Birth };
            await LookAsync(criteria);
        }
    }

    private async Task LookAsync(SearchCriteria criteria)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientSession>().Set(order.Session);
        var mark = Guid.NewGuid().ToString("N");

        // A middle name is no key: it finds nobody else, and stands in the entry as it was typed.
        var found = await scope.ServiceProvider.GetRequiredService<FindChildHandler>().HandleAsync(new SearchRequest(Statement, criteria with { MiddleName = mark }));
        if (!found.Succeeded) throw new InvalidOperationException($"The search was refused: {found.Error.Code}");
        say(string.Create(CultureInfo.InvariantCulture, $"{CrashLine.Searched} {mark} {found.Value.Results.Count}"));

        var open = scope.ServiceProvider.GetRequiredService<OpenChildHandler>();
        foreach (var result in found.Value.Results.Take(OpenedOfASearch))
        {
            var view = await open.HandleAsync(new OpenChild(Statement, result.Value.Handle));
            if (view.Succeeded) say($"{CrashLine.Opened} {view.Value.Pass.AuditEntryId:N}");
        }
    }
}
