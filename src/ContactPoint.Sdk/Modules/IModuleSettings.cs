using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Modules;

/// <summary>What local authorities set for modules.</summary>
public interface IModuleSettings
{
    /// <summary>What holds for an authority now; a second old at most.</summary>
    /// <param name="key">A setting of a ready module.</param>
    /// <param name="authority">The authority; null for nobody's, which is the default.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <exception cref="ArgumentException">No ready module has such a setting.</exception>
    ValueTask<SettingValue> ReadAsync(string key, LocalAuthorityCode? authority, CancellationToken cancellation = default);
}
