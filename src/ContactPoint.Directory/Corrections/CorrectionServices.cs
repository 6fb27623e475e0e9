using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Corrections.Contradictions.ListContradictions;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Directory.Corrections.CorrectRecord;
using ContactPoint.Directory.Keys;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Corrections;

internal static class CorrectionServices
{
    public static void AddCorrections(this IServiceCollection services)
    {
        services.AddSingleton<ContradictionBook>();
        services.AddSingleton<OpenContradictions>();
        services.AddSingleton<ListContradictionsHandler>();
        services.AddSingleton<SettleContradictionHandler>();
        services.AddSingleton<IContradictions, SourceContradictions>();
        services.AddScoped(provider => new CorrectRecordHandler(
            provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<ISessionCheck>(), provider.GetRequiredService<IRecordGate>(), provider.GetRequiredService<IChildReader>(),
            provider.GetRequiredService<IChildWriter>(), provider.GetRequiredService<ContradictionBook>(), provider.GetRequiredService<IAuditTrail>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new SealedTable("$directory.feed_contradiction", "contradiction_id", "contradiction_id", "''", "said_sealed", _ => ContradictionBook.Purpose));
    }
}
