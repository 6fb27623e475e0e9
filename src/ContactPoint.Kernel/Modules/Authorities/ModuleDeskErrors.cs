using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules.Authorities;

internal static class ModuleDeskErrors
{
    public static readonly Error NotSuperUser = new("module-desk.not-super-user", "Only the super-users of a local authority set its modules.");
    public static readonly Error Unknown = new("module-desk.unknown", "This setting is not there any more. Load the page again.");
    public static readonly Error Moved = new("module-desk.moved", "Somebody else has changed this meanwhile. Look at what holds now, and change it again if it is still needed.");
    public static readonly Error Unchanged = new("module-desk.unchanged", "Nothing has changed.");
}
