using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Profiles;

/// <summary>A profile that an operator wrote, beside those of the format. Its key is made of its bytes: a changed file is another profile.</summary>
/// <param name="Format">Key of the format.</param>
/// <param name="Profile">The profile.</param>
public sealed record OwnProfile(string Format, FeedProfile Profile);
