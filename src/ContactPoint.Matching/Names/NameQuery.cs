using System.Collections.Frozen;
using ContactPoint.Matching.Nicknames;
using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Names;

/// <summary>A name that is asked for, with what its comparison with many names needs worked out once.</summary>
public sealed class NameQuery
{
    private NameQuery(NameForm form, bool isGiven)
    {
        Form = form;
        IsGiven = isGiven;
        Related = isGiven ? NicknameTable.Instance.RelatedTo(form.Compact) : FrozenSet<string>.Empty;
        NearRelated = isGiven ? NicknameTable.Instance.RelatedToMisspelt(form.Compact) : FrozenSet<string>.Empty;
    }

    /// <summary>The name.</summary>
    public NameForm Form { get; }

    /// <summary>Whether nicknames and initials count.</summary>
    public bool IsGiven { get; }

    internal IReadOnlySet<string> Related { get; }

    internal IReadOnlySet<string> NearRelated { get; }

    /// <summary>A family name; null when it has no letters.</summary>
    public static NameQuery? Family(string? name) => NameForm.Of(name) is { } form ? new NameQuery(form, isGiven: false) : null;

    /// <summary>A given or middle name; null when it has no letters.</summary>
    public static NameQuery? Given(string? name) => NameForm.Of(name) is { } form ? new NameQuery(form, isGiven: true) : null;

    /// <summary>How the query agrees with a name.</summary>
    public NameLevel Level(NameForm? stored) => stored is null
        ? NameLevel.Missing
        : Compare(stored.Text, stored.Compact, stored.Parts, stored.Signature, stored.Sound);

    /// <summary>The greatest number of edits that still counts for a name of this length; the shorter of two names decides.</summary>
    internal static int EditsAllowed(int length) => length switch { <= 2 => 0, <= 4 => 1, _ => 2 };

    private NameLevel Compare(string text, string compact, IReadOnlyList<string> parts, LetterSignature signature, PhoneticKey sound)
    {
        if (text == Form.Text)
            return NameLevel.Exact;
        if (compact == Form.Compact)
            return NameLevel.SameLetters;
        var allowed = EditsAllowed(Math.Min(compact.Length, Form.Compact.Length));
        var edits = allowed > 0 && Form.Signature.MayBeWithin(signature, allowed)
            ? EditDistance.Bounded(Form.Compact, compact, allowed)
            : allowed + 1;
        if (edits == 1 && allowed >= 1)
            return NameLevel.OneEdit;
        if (Related.Contains(compact))
            return NameLevel.Nickname;
        if (Form.Sound.SoundsLike(sound))
            return NameLevel.Phonetic;
        if (edits == 2 && allowed == 2)
            return NameLevel.TwoEdits;
        if (SharesPart(parts, compact))
            return NameLevel.Part;
        if (Form.Compact.Length >= 3 && compact.StartsWith(Form.Compact, StringComparison.Ordinal))
            return NameLevel.Prefix;
        if (NearRelated.Contains(compact))
            return NameLevel.MisspeltNickname;
        return IsGiven && IsInitial(compact) ? NameLevel.Initial : NameLevel.Different;
    }

    private bool SharesPart(IReadOnlyList<string> parts, string compact)
    {
        if (parts.Count == 1 && Form.Parts.Count == 1)
            return false;
        foreach (var own in Form.Parts)
        {
            if (own.Length < 3)
                continue;
            if (own == compact)
                return true;
            foreach (var other in parts)
            {
                if (own == other)
                    return true;
            }
        }

        return parts.Count > 1 && Form.Compact.Length >= 3 && parts.Contains(Form.Compact, StringComparer.Ordinal);
    }

    private bool IsInitial(string compact) =>
        (compact.Length == 1 || Form.Compact.Length == 1) && compact[0] == Form.Compact[0];
}
