namespace ContactPoint.Sdk.Modules;

/// <summary>An agency's module: one public class with a parameterless constructor in the entry assembly that <c>module.json</c> names.</summary>
/// <remarks>
/// It is made once, at the host's start. Its pages are the routable components of that assembly; they lie under <c>/m/{key}</c> and each carries
/// <c>[Authorize]</c>. See docs/module-guide.md.
/// </remarks>
public interface IAgencyModule
{
    /// <summary>Tells the host what the module brings. Nothing else may be done here: it has seconds, and no service exists yet.</summary>
    /// <param name="registration">Open until this returns.</param>
    void Register(ModuleRegistration registration);
}
