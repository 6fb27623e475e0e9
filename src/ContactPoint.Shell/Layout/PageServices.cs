using ContactPoint.Shell.Audit;
using ContactPoint.Shell.Child;
using ContactPoint.Shell.FindChild;
using ContactPoint.Shell.StepUp;

namespace ContactPoint.Shell.Layout;

/// <summary>What the pages keep while a circuit lasts, and how they are set up.</summary>
internal static class PageServices
{
    public static void AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<StatedPurpose>();
        services.AddSingleton<KeptStatements>();
        services.AddScoped<RecordInView>();
        services.AddScoped<FindEntry>();
        services.AddScoped<AuditFilterEntry>();
        services.Configure<ShieldDesk>(configuration.GetSection("ContactPoint:ShieldDesk"));
    }
}
