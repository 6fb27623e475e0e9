using ContactPoint.Kernel.Access.Acts;
using ContactPoint.Kernel.Access.Rules;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Events;
using ContactPoint.Kernel.Shielding;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Events;
using ContactPoint.Sdk.Shielding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactPoint.Kernel.Access;

internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<IAccessRule, LifeCycleRule>();
        services.AddSingleton<IAccessRule, ShieldRule>();
        services.AddSingleton<IAccessRule, PartRule>();
        services.TryAddSingleton<IShieldRegister, EmptyShieldRegister>();
        services.AddSingleton<DisclosurePolicy>();
        services.AddSingleton<Budgets.Budgets>();
        services.AddSingleton<IForgetful>(provider => provider.GetRequiredService<Budgets.Budgets>());
        services.AddSingleton<PassEndings>();
        services.AddSingleton<GateDoor>();
        services.AddSingleton<SearchVerb>();
        services.AddSingleton<OpenVerb>();
        services.AddSingleton<ListVerb>();
        services.AddSingleton<JobVerb>();
        services.AddSingleton<IRecordGate, RecordGate>();
        services.AddSingleton<IRowGate, RowVerb>();
        services.AddSingleton<IRecordReader, RecordReader>();
        services.AddSingleton<ITwoPersonActs, TwoPersonActs>();
        services.AddSingleton<IOutbox, Outbox>();
    }
}
