namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>Who acts in a trace; nobody of them belongs to the child's sealed team.</summary>
internal enum Caller
{
    /// <summary>A nurse who is involved with the children.</summary>
    Nurse,

    /// <summary>Somebody at the children's school.</summary>
    Teacher,

    /// <summary>Somebody at a school of another authority.</summary>
    Stranger,

    /// <summary>A data steward of the children's authority.</summary>
    Steward,

    /// <summary>A reviewer of the children's authority.</summary>
    Reviewer,

    /// <summary>A reviewer of another authority.</summary>
    OtherReviewer,
}
