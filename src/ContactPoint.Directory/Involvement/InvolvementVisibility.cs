using ContactPoint.Directory.Data;

namespace ContactPoint.Directory.Involvement;

/// <summary>Which involvements are shown, and for how long after they ceased (INV-2).</summary>
internal static class InvolvementVisibility
{
    /// <summary>True while the involvement may be shown. A sensitive one never is, nor one of a service that the catalogue does not know.</summary>
    public static bool IsShown(InvolvementRow row, DateOnly today, ServiceCatalogue services) =>
        !row.IsSensitive && services.Find(row.Service) is { Tier: not ServiceTier.Sensitive } service && (row.EndDate is not { } end || end >= today.AddYears(-YearsShown(service.Tier)));

    /// <summary>True for a placement in a universal service, which has a part of its own.</summary>
    public static bool IsPlacement(InvolvementRow row) => row.Service == ServiceCatalogue.School.Code || row.Service == ServiceCatalogue.GeneralPractice.Code;

    /// <summary>True while it lasts.</summary>
    public static bool IsCurrent(InvolvementRow row, DateOnly today) => row.EndDate is not { } end || end >= today;

    private static int YearsShown(ServiceTier tier) => tier == ServiceTier.Universal ? 1 : 3;
}
