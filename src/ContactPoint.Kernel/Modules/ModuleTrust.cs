using ContactPoint.Ledger.Notes;

namespace ContactPoint.Kernel.Modules;

/// <summary>Whose modules are loaded.</summary>
/// <param name="Publishers">Public keys of the publishers.</param>
/// <param name="UnsignedLists">True in Development alone: the list that the build made beside the files is enough.</param>
public sealed record ModuleTrust(IReadOnlyCollection<NoteVerifierKey> Publishers, bool UnsignedLists = false)
{
    /// <summary>Trust in publishers by the text of their keys. A text that is no key trusts nobody: the modules of that publisher are refused and say so.</summary>
    /// <param name="publishers">Public keys as <c>contactpoint module key</c> prints them.</param>
    /// <param name="unsignedLists">See <see cref="UnsignedLists"/>.</param>
    public static ModuleTrust In(IEnumerable<string> publishers, bool unsignedLists = false) =>
        new([.. publishers.Select(text => NoteVerifierKey.TryParse(text, out var key) ? key : null).OfType<NoteVerifierKey>()], unsignedLists);
}
