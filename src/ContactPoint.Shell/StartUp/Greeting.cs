namespace ContactPoint.Shell.StartUp;

/// <summary>One line for the person who started a development host: where it answers.</summary>
internal static class Greeting
{
    public static void SayWhenReady(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? "http://localhost";
            Console.WriteLine($"ContactPoint answers at {address}.");
#if DEMO
            Console.WriteLine($"Demo people and their codes: {address}/demo");
#endif
        });
    }
}
