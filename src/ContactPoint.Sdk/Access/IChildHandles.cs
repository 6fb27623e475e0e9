using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>Turns internal ids into handles of one session and back (I-19).</summary>
public interface IChildHandles
{
    /// <summary>The handle of a child in the caller's session; the same for the session's life, another in every other.</summary>
    /// <param name="caller">Whose session.</param>
    /// <param name="child">The child.</param>
    ChildHandle Issue(CallerContext caller, ChildId child);

    /// <summary>The child behind a handle. A handle that is malformed or of another session yields the id of nobody, so that the work after it is the same.</summary>
    /// <param name="caller">Whose session.</param>
    /// <param name="handle">The handle.</param>
    ChildId Resolve(CallerContext caller, ChildHandle handle);
}
