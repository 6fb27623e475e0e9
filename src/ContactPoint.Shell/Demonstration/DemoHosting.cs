using ContactPoint.Demo;
using ContactPoint.Demo.People;
using ContactPoint.Demo.Seeding;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.StaticPages;

namespace ContactPoint.Shell.Demonstration;

/// <summary>The demo in a development host: it is seeded after the start, and /demo lists its people. Not in a published build.</summary>
internal static class DemoHosting
{
    public static void AddDemoHost(this IServiceCollection services)
    {
        services.AddDemo();
        services.AddSingleton<DemoSeeding>();
        services.AddHostedService(provider => provider.GetRequiredService<DemoSeeding>());
    }

    public static void MapDemo(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/demo", async (IDemoPeople people, DemoSeeding seeding, CancellationToken cancellation) =>
            seeding.HasEnded ? People(await people.ListAsync(cancellation)) : Making(seeding.Progress)).AllowAnonymous();

    private static IResult People(Result<IReadOnlyList<DemoPerson>> list) => StaticPage.Document<DemoPage>(new Dictionary<string, object?>
    {
        [nameof(DemoPage.People)] = list.Succeeded ? list.Value : [],
        [nameof(DemoPage.Refusal)] = list.Error?.Message,
    });

    private static IResult Making(DemoProgress? progress) =>
        StaticPage.Document<DemoMakingPage>(new Dictionary<string, object?> { [nameof(DemoMakingPage.Progress)] = progress });
}
