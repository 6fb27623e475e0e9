using ContactPoint.Kernel.Data.Units;
using ContactPoint.Sdk.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Kernel.Audit;

internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<ChildPseudonyms>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<ICommitParticipant, TailKeeper>();
        services.AddSingleton<LedgerKeys>();
        services.AddSingleton<CheckpointShipper>();
        services.AddSingleton<ILedgerSealer, LedgerSealer>();
        services.AddSingleton<IAuditExport, AuditExport>();
        services.AddSingleton<IAuditVerification, AuditVerification>();
        services.AddSingleton<IAuditReview, AuditReview>();
        services.AddHostedService<LedgerSealerService>();
    }
}
