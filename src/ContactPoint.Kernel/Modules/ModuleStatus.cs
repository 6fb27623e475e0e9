namespace ContactPoint.Kernel.Modules;

/// <summary>A module as its operator sees it.</summary>
/// <param name="Folder">The folder's name, which is there even where nothing in it can be read.</param>
/// <param name="Key">The module's key; null where the manifest was not believed.</param>
/// <param name="Name">Its name in words; null likewise.</param>
/// <param name="Version">Its own version; null likewise.</param>
/// <param name="Publisher">Name of the key that signed it; null where nobody did.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it does not run, in plain words for an operator; empty when it does. Holds no secret, no path, nothing about a child.</param>
public sealed record ModuleStatus(string Folder, string? Key, string? Name, string? Version, string? Publisher, ModuleState State, string Reason);
