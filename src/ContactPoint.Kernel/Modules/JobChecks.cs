using System.Reflection;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module's jobs: under its own key, of its own classes, not oftener than the host looks.</summary>
internal static class JobChecks
{
    private const int LongestKey = 60;
    private const int LeastMinutes = 5;
    private const int MostMinutes = 24 * 60;
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(6);

    public static Error? Check(IReadOnlyList<JobRegistration> jobs, string key, Assembly entry)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (schedule, job) in jobs)
        {
            if (!ModuleNames.IsOwn(schedule.Key, key, LongestKey)) return ModuleErrors.Malfunctioned($"The key of a job is not {key}. and at most {LongestKey} lower-case letters, digits and hyphens.");
            if (!keys.Add(schedule.Key)) return ModuleErrors.Malfunctioned($"The job {schedule.Key} is there twice.");
            if (schedule.Minutes is < LeastMinutes or > MostMinutes) return ModuleErrors.Malfunctioned($"The job {schedule.Key} does not run every {LeastMinutes} to {MostMinutes} minutes.");
            if (schedule.Limit <= TimeSpan.Zero || schedule.Limit > LongestLimit) return ModuleErrors.Malfunctioned($"The job {schedule.Key} has no limit of six hours at most.");
            if (job.Assembly != entry || !job.IsClass || job.IsAbstract || job.IsGenericTypeDefinition) return ModuleErrors.Malfunctioned($"The job {schedule.Key} is not a plain class of its own.");
        }

        return null;
    }
}
