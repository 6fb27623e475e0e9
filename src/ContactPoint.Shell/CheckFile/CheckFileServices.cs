using System.Threading.RateLimiting;
using ContactPoint.Shell.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace ContactPoint.Shell.CheckFile;

/// <summary>How much of the host strangers' files may take: two checks at once, and ten an hour from one address.</summary>
internal static class CheckFileServices
{
    /// <summary>The limit on the posts.</summary>
    public const string Limit = "check-a-file";

    /// <summary>Configures how many files an hour one address may send; ten unless configured.</summary>
    public const string ChecksKey = "ContactPoint:FileChecksPerHour";

    private const int DefaultChecks = 10;
    private const int AtOnce = 2;

    public static void AddFileChecks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new CheckFileTurns(AtOnce));
        var checks = configuration.GetValue(ChecksKey, DefaultChecks);
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy(Limit, context => RateLimitPartition.GetSlidingWindowLimiter(
            SignInServices.Source(context),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = checks, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 6, QueueLimit = 0 })));
    }
}
