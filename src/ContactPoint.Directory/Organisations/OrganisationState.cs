namespace ContactPoint.Directory.Organisations;

/// <summary>Whether a body works. Stored by number.</summary>
public enum OrganisationState
{
    /// <summary>It does; so does every body of which no register says otherwise.</summary>
    Open = 0,

    /// <summary>It will.</summary>
    Proposed = 1,

    /// <summary>It does, and is to close.</summary>
    Closing = 2,

    /// <summary>It did. Records of children go on referring to it; nothing new does.</summary>
    Closed = 3,
}
