using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Why a row waits for a steward, in plain words. Never told to the source.</summary>
internal static class QueueNotes
{
    public static RowProblem Of(string? why) => new(why ?? "match.possible", null, why switch
    {
        "match.many" => "Two or more children match almost equally well. Decide which one it is.",
        "match.two-rows" => "Two rows of this file match one child. Decide which of them it is.",
        "match.number-twice" => "Two or more children have this pupil number. Decide which one it is.",
        "match.number-of-another" => "The child with this pupil number has another name or date of birth. Decide whether it is the same child.",
        "match.number-differs" => "A child much like this one has another pupil number. Decide whether it is the same child.",
        "match.given-name" => "A child much like this one has another given name: perhaps a twin. Decide whether it is the same child.",
        "match.date" => "A child much like this one has another date of birth. Decide whether it is the same child.",
        "match.gender" => "A child much like this one has another gender. Decide whether it is the same child.",
        "match.archived" => "The child's record is archived. Decide whether it must be brought back.",
        RowMatch.Unreadable => "Part of this child's record does not open, so nothing of it was changed. Tell the operator; the next roll is tried again.",
        _ => "This may be a child of the directory. Decide whether it is.",
    });
}
