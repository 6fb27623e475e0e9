using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Names;

/// <summary>A name ready to be compared: its normal form, its letters run together, its parts, and the keys that find its neighbours.</summary>
public sealed class NameForm
{
    private NameForm(string text)
    {
        Text = text;
        Compact = text.Contains(' ', StringComparison.Ordinal) ? text.Replace(" ", string.Empty, StringComparison.Ordinal) : text;
        Parts = Compact.Length == text.Length ? [text] : text.Split(' ');
        Sound = PhoneticKey.Of(Compact);
        Signature = LetterSignature.Of(Compact);
    }

    /// <summary>The normal form, parts set apart by one space ("SMITH JONES").</summary>
    public string Text { get; }

    /// <summary>The letters run together ("SMITHJONES"), so that hyphen, space and nothing are one.</summary>
    public string Compact { get; }

    /// <summary>The parts of the name; one for a simple name.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>How the name sounds.</summary>
    public PhoneticKey Sound { get; }

    /// <summary>Which letters the name has.</summary>
    public LetterSignature Signature { get; }

    /// <summary>The form of a written name, or null when there is no letter in it.</summary>
    public static NameForm? Of(string? name)
    {
        var text = NameNormaliser.Normalise(name);
        return text.Length == 0 ? null : new NameForm(text);
    }
}
