using System.Globalization;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Load.Seeding;

/// <summary>How many searches the audit trail tells of: there must be as many as were made.</summary>
public static class SearchEntries
{
    public static Task<int> CountAsync(IServiceProvider services) => services.GetRequiredService<IUnitOfWorkFactory>().RunAsync(unit =>
    {
        var select = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @code", "code");
        select.Parameters[0].Value = AuditEvents.Search.Code;
        return ValueTask.FromResult(Convert.ToInt32(select.ExecuteScalar(), CultureInfo.InvariantCulture));
    });
}
