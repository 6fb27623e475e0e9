using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds;

/// <summary>Why a feed was not taken.</summary>
public static class FeedErrors
{
    /// <summary>The caller may not feed for this body.</summary>
    public static readonly Error NotAllowed = new("feed.not-allowed", "You may not apply files of this organisation. Ask the data steward of its local authority.");

    /// <summary>No such body, or not one that supplies this kind of file.</summary>
    public static readonly Error UnknownSource = new("feed.unknown-source", "No organisation of the directory has this number, or none that supplies files. Check it, or have it registered first.");

    /// <summary>The body has closed.</summary>
    public static readonly Error ClosedSource = new("feed.source-closed",
        "The directory says that this organisation has closed, so no file of it is taken. If it has not, have its entry in the register corrected.");

    /// <summary>The body supplies no such file.</summary>
    public static readonly Error UnknownFormat = new("feed.unknown-format", "This organisation does not supply files of this kind, or the module that reads them is not installed. Choose another kind.");

    /// <summary>The body supplies several kinds of file.</summary>
    public static readonly Error FormatNeeded = new("feed.format-needed", "This organisation supplies several kinds of file. Say which this is.");

    /// <summary>The format has no such profile.</summary>
    public static readonly Error UnknownProfile = new("feed.unknown-profile", "This kind of file has no such profile. Choose one of its profiles, or none for the format's own column names.");

    /// <summary>The format does not allow what was asked.</summary>
    public static readonly Error WrongSemantics = new("feed.wrong-semantics", "A file of this kind cannot be taken so. Choose whether it is a full list or changes alone as the format allows.");

    /// <summary>Another file of the body is being applied.</summary>
    public static readonly Error Busy = new("feed.busy", "Another file of this organisation is being applied. Wait until it has finished.");

    /// <summary>The file is said to speak for a day to come.</summary>
    public static readonly Error NotYet = new("feed.not-yet", "The day of the file lies in the future. Give the day for which the file speaks.");

    /// <summary>No such run.</summary>
    public static readonly Error NoSuchRun = new("feed.no-such-run", "There is no such run. It may belong to another local authority.");

    /// <summary>The dropped file's name is too long.</summary>
    public static readonly Error FileNameTooLong = new("feed.file-name", "The file's name is longer than 200 bytes, and the file is left where it is. Drop it again under a shorter name.");

    /// <summary>A later full list stands instead.</summary>
    public static readonly Error Superseded = new("feed.superseded", "A later full list was taken up before this file was finished, and stands instead of it. Nothing need be done.");

    /// <summary>The run does not wait for approval.</summary>
    public static readonly Error NotWaiting = new("feed.not-waiting", "This run does not wait for approval. Look at where it stands now.");

    /// <summary>Too big for a dry run.</summary>
    public static readonly Error TooLargeToPreview = new("feed.preview-size", "Files above 16 MB cannot be checked in a dry run. Apply the file: nothing is changed if it is refused.");

    /// <summary>Records do not open.</summary>
    public static readonly Error Unreadable = new("feed.unreadable", "Records that this file concerns do not open: a key may be missing. They were left as they are. Tell the operator, and give the same file again when that is mended.");

    /// <summary>The database cannot be written for now.</summary>
    public static readonly Error Store = new("feed.store",
        "The database could not be written just now: it may be full, read-only or held by another program. What was committed stays, and nothing of the rows in hand was kept. "
        + "Tell the operator. A file that was left to the queue goes on by itself when that is mended; otherwise give the same file again.");

    /// <summary>A fault of the system.</summary>
    public static readonly Error Failed = new("feed.failed", "The run was broken off by a fault. What was committed stays. Give the same file again to go on.");
}
