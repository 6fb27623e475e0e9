using ContactPoint.Kernel.Modules;
using ContactPoint.Shell.CheckFile;
using ContactPoint.Shell.Errors;
using ContactPoint.Shell.Feeds;
using ContactPoint.Shell.Gallery;
using ContactPoint.Shell.Health;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Modules;
using ContactPoint.Shell.Security;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StartUp;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Shell.StepUp;
using ContactPoint.Shell.Styles;
#if DEMO
using ContactPoint.Shell.Demonstration;
#endif

namespace ContactPoint.Shell.Hosting;

/// <summary>Puts the host together. What comes out serves the product, or, when a start check failed, health alone (I-45).</summary>
internal static class ShellHost
{
    /// <summary>Builds the host and checks what it stands on; in Development it migrates first.</summary>
    /// <param name="options">Arguments, environment, folders.</param>
    /// <param name="configure">Has the last word on the services; for tests.</param>
    public static async Task<WebApplication> BuildAsync(WebApplicationOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.AddShellServer();
        builder.AddProduct();
        await builder.AddModulesAsync();
        builder.Services.AddShellPages();
        builder.Services.AddPages(builder.Configuration);
        builder.Services.AddStaticPages();
        builder.Services.AddSignInPages(builder.Configuration);
        builder.Services.AddFileChecks(builder.Configuration);
        builder.Services.AddSessionWatch();
        builder.Services.AddShellHealth();
        builder.Services.AddShellSecurityHeaders();
        builder.Services.AddSingleton(await ThemeStyleSheet.RenderAsync());
        configure?.Invoke(builder);

        var app = builder.Build();
        var failures = await StartChecks.RunAsync(app);
        if (failures.Count > 0)
        {
            await app.DisposeAsync();
            return ClosedHost.Build(options, failures, configure);
        }

        await app.SettleModulesAsync();
        app.UseProduct();
        app.MapProduct();
        EndpointPolicyCheck.Run(app);
        Greeting.SayWhenReady(app);
        return app;
    }

    private static void UseProduct(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseShellSecurityHeaders();
        app.UseErrorPages();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseMiddleware<HubOriginCheck>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void MapProduct(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPackedAssets();
        app.Services.GetRequiredService<ThemeStyleSheet>().Map(app);
        app.MapShellHealth();
        app.MapSignIn();
        app.MapFileChecks();
        app.MapStepUp();
        app.MapOutcomeFile();
        app.MapModuleFiles();
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetRequiredService<ModuleCatalogue>().Ready.Select(module => module.Assembly)]).AddShellRenderMode();
        if (!app.Environment.IsDevelopment())
            return;
        app.MapStaticGallery();
#if DEMO
        app.MapDemo();
#endif
    }
}
