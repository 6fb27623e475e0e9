using ContactPoint.Kernel.Access;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Passwords;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Kernel.Identity.SignIn;
using ContactPoint.Kernel.Identity.Tokens;
using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactPoint.Kernel.Identity;

internal static class IdentityServices
{
    /// <summary>Accounts, sign-in, sessions, step-up, revocation. The host's background services come with it.</summary>
    public static IServiceCollection AddKernelIdentity(this IServiceCollection services)
    {
        services.AddOptions<IdentityPolicy>();
        services.AddOptions<PasswordHasherOptions>().Configure(options =>
        {
            options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3;
            options.IterationCount = IdentityPolicy.PasswordIterations;
        });
        services.TryAddSingleton<IPasswordHasher<KernelUser>, PasswordHasher<KernelUser>>();
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        return services.AddSignIn().AddSessions().AddUsers();
    }

    private static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<PasswordUpgrades>();
        services.AddHostedService(provider => provider.GetRequiredService<PasswordUpgrades>());
        services.AddSingleton<TokenSecrets>();
        services.AddSingleton<FailureCounts>();
        services.AddSingleton<IForgetful>(provider => provider.GetRequiredService<FailureCounts>());
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SignInAccounts>();
        services.AddSingleton<SignInAudit>();
        services.AddSingleton<ISignIn, SignInService>();
        services.AddSingleton<StepUp>();
        services.AddSingleton<IStepUp>(provider => provider.GetRequiredService<StepUp>());
        services.AddSingleton<IStepUpCodes>(provider => provider.GetRequiredService<StepUp>());
        return services;
    }

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<LiveSession>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<ISessionCheck>(provider => provider.GetRequiredService<SessionCheck>());
        services.AddSingleton<CallerFactory>();
        services.AddSingleton<SessionEnding>();
        services.AddSingleton<ISessions, SessionService>();
        services.AddScoped<AmbientSession>();
        services.AddScoped<ICallerSource, CallerSource>();
        services.AddSingleton<RevocationBell>();
        services.AddSingleton<Revocations>();
        services.AddSingleton<IRevocations>(provider => provider.GetRequiredService<Revocations>());
        services.AddSingleton<RevocationTail>();
        services.AddHostedService(provider => provider.GetRequiredService<RevocationTail>());
        services.AddSingleton<SessionSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionSweep>());
        return services;
    }

    private static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddSingleton<AccountAct>();
        services.AddSingleton<AccountCreation>();
        services.AddSingleton<TokenEnrolment>();
        services.AddSingleton<IUserAdministration, UserAdministration>();
        services.AddSingleton<SystemCallers>();
        services.AddSingleton<ISystemCallers>(provider => provider.GetRequiredService<SystemCallers>());
        services.AddSingleton<ISystemCaller>(provider => provider.GetRequiredService<SystemCallers>());
        return services;
    }
}
