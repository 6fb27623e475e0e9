namespace ContactPoint.Sdk.Feeds;

/// <summary>How the letters of a file are written, where a format or a profile says so.</summary>
public enum FeedEncoding
{
    /// <summary>The whole file tells: UTF-8, or else Windows-1252. One that mixes the two is refused.</summary>
    Told = 0,

    /// <summary>
    /// Windows-1252 is what its publisher writes: a value that could be read as UTF-8 by chance does not make it a mixed file. A file with a byte order mark, or of
    /// whose letters every one is UTF-8, is read as UTF-8 all the same.
    /// </summary>
    Windows1252 = 1,
}
