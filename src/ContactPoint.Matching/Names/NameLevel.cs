namespace ContactPoint.Matching.Names;

/// <summary>How two names agree, strongest first; a pair has the first level that holds.</summary>
public enum NameLevel : byte
{
    /// <summary>One of the two is not known.</summary>
    Missing = 0,

    /// <summary>The same name.</summary>
    Exact = 1,

    /// <summary>The same letters, parts set apart differently (Smith-Jones, Smithjones).</summary>
    SameLetters = 2,

    /// <summary>One letter off. Goes before nickname: Mia and Mya may be one child's spellings or two children.</summary>
    OneEdit = 3,

    /// <summary>A short form or a variant of a given name (Bill, William).</summary>
    Nickname = 4,

    /// <summary>Spelt otherwise and sounds alike.</summary>
    Phonetic = 5,

    /// <summary>Two letters off (names of five letters and more).</summary>
    TwoEdits = 6,

    /// <summary>A part of the one is the other, or a part of it (Jones, Smith-Jones).</summary>
    Part = 7,

    /// <summary>The query is the beginning of the name, three letters or more.</summary>
    Prefix = 8,

    /// <summary>A short form of the name, itself one letter off (Biily, William).</summary>
    MisspeltNickname = 9,

    /// <summary>One of the two is an initial that the other begins with.</summary>
    Initial = 10,

    /// <summary>None of these.</summary>
    Different = 11,
}
