using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Involvement.DeclareInvolvement;

/// <summary>"I am involved": said by the caller of the record that is open, in one step and without a reason (INV-1).</summary>
/// <param name="Pass">The pass of the open record.</param>
public sealed record DeclareInvolvement(RecordPass Pass);

/// <summary>What became of it.</summary>
public enum DeclaredInvolvement
{
    /// <summary>Recorded, unconfirmed. Open the record again to see it.</summary>
    Recorded = 1,

    /// <summary>The caller was recorded as involved already; nothing was written.</summary>
    AlreadyInvolved = 2,
}
