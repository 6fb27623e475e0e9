using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>One folder on its way through the start.</summary>
internal sealed class ModuleEntry(string folder)
{
    public ModuleStatus Status { get; private set; } = new(folder, null, null, null, null, ModuleState.Refused, "");

    public ModuleFiles? Files { get; set; }

    public ModuleManifest? Manifest { get; private set; }

    public LoadedModule? Module { get; private set; }

    public Exception? Cause { get; private set; }

    /// <summary>True while nothing spoke against it.</summary>
    public bool GoesOn { get; private set; } = true;

    public void Believe(ModuleManifest manifest, string publisher)
    {
        Manifest = manifest;
        Status = Status with { Key = manifest.Key, Name = manifest.Name, Version = manifest.Version, Publisher = publisher.Length == 0 ? null : publisher };
    }

    public void Load(LoadedModule module)
    {
        Module = module;
        Files = null;
        Status = Status with { State = ModuleState.Ready, Reason = "" };
    }

    public void Fail(Error error, Exception? cause = null)
    {
        GoesOn = false;
        Cause = cause;
        Files = null;
        Status = Status with { State = ModuleErrors.StateOf(error), Reason = error.Message };
    }
}
