using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Feeds;

/// <summary>What it means for a child to stand in a file of a format, beyond what the row says.</summary>
/// <param name="Service">Code of the service that the supplier then gives the child: an involvement from the row's start to its end; null for none.</param>
/// <param name="Education">The education status while it lasts (REC-5); null where the format says nothing of it.</param>
public sealed record FeedEffect(string? Service, EducationStatus? Education = null);
