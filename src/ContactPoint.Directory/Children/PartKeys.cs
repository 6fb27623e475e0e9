using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>The parts that are kept as sealed documents of their own, by their stored keys.</summary>
internal static class PartKeys
{
    public static readonly string Identity = PartKey.Identity.Value;

    public static readonly string Whereabouts = PartKey.Whereabouts.Value;

    public static readonly string FormerAddresses = PartKey.FormerAddresses.Value;

    public static readonly string Carers = PartKey.Carers.Value;

    public static readonly string LeadProfessional = PartKey.LeadProfessional.Value;

    public static readonly string EarlyHelp = PartKey.EarlyHelp.Value;
}
