using System.Runtime.InteropServices;
using ContactPoint.Matching.Names;
using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Index;

/// <summary>Every distinct name of a segment once, in order of its letters. Number 0 stands for "not known"; names count from 1.</summary>
internal sealed class NameDictionary
{
    private readonly string[] _texts;
    private readonly string[] _compacts;
    private readonly int[] _lengthStarts;
    private readonly int[] _lengthIds;
    private readonly LetterSignature[] _lengthSignatures;
    private readonly ulong[] _sounds;
    private readonly int[] _soundIds;
    private readonly Dictionary<string, List<int>> _parts = new(StringComparer.Ordinal);

    /// <summary>Takes normal forms in any order; <paramref name="newIds"/> tells the number of each.</summary>
    public NameDictionary(IReadOnlyList<string> texts, out int[] newIds)
    {
        var forms = texts.Select((text, i) => (Form: NameForm.Of(text)!, Old: i)).ToArray();
        Array.Sort(forms, (a, b) => string.CompareOrdinal(a.Form.Compact, b.Form.Compact) is not 0 and var order
            ? order
            : string.CompareOrdinal(a.Form.Text, b.Form.Text));
        newIds = new int[forms.Length];
        _texts = new string[forms.Length + 1];
        _compacts = new string[forms.Length + 1];
        _texts[0] = _compacts[0] = string.Empty;
        var sounds = new List<(ulong Sound, int Id)>(forms.Length + (forms.Length / 4));
        for (var id = 1; id <= forms.Length; id++)
        {
            var form = forms[id - 1].Form;
            newIds[forms[id - 1].Old] = id;
            _texts[id] = form.Text;
            _compacts[id] = form.Compact;
            AddSounds(sounds, form.Sound, id);
            if (form.Parts.Count > 1)
                AddParts(form.Parts, id);
        }

        sounds.Sort();
        _sounds = [.. sounds.Select(pair => pair.Sound)];
        _soundIds = [.. sounds.Select(pair => pair.Id)];
        (_lengthStarts, _lengthIds) = GroupByLength();
        _lengthSignatures = new LetterSignature[_lengthIds.Length];
        for (var i = 0; i < _lengthIds.Length; i++)
            _lengthSignatures[i] = forms[_lengthIds[i] - 1].Form.Signature;
    }

    /// <summary>How many names there are; the greatest number.</summary>
    public int Count => _texts.Length - 1;

    public string Text(int id) => _texts[id];

    /// <summary>The level of every name of the dictionary against a query, equal to what <see cref="NameQuery.Level"/> says of each.</summary>
    public NameExpansion Expand(NameQuery query)
    {
        var expansion = new NameExpansion(Count + 1);
        var compact = query.Form.Compact;
        var same = WithLetters(compact);
        for (var id = same.Start.Value; id < same.End.Value; id++)
            expansion.Note(id, _texts[id] == query.Form.Text ? NameLevel.Exact : NameLevel.SameLetters);
        foreach (var name in query.Related)
            NoteAll(expansion, WithLetters(name), NameLevel.Nickname);
        NoteEdits(expansion, query.Form);
        NoteSound(expansion, query.Form.Sound.Primary);
        NoteSound(expansion, query.Form.Sound.Alternate);
        NoteParts(expansion, query.Form);
        if (compact.Length >= 3)
            NoteAll(expansion, Beginning(compact), NameLevel.Prefix);
        foreach (var name in query.NearRelated)
            NoteAll(expansion, WithLetters(name), NameLevel.MisspeltNickname);
        if (query.IsGiven)
            NoteAll(expansion, compact.Length == 1 ? Beginning(compact) : WithLetters(compact[..1]), NameLevel.Initial);
        expansion.Close();
        return expansion;
    }

    private static void AddSounds(List<(ulong, int)> sounds, PhoneticKey key, int id)
    {
        if (key.Primary != 0)
            sounds.Add((key.Primary, id));
        if (key.Alternate != 0 && key.Alternate != key.Primary)
            sounds.Add((key.Alternate, id));
    }

    private void AddParts(IReadOnlyList<string> parts, int id)
    {
        foreach (var part in parts.Distinct(StringComparer.Ordinal))
        {
            ref var ids = ref CollectionsMarshal.GetValueRefOrAddDefault(_parts, part, out _);
            (ids ??= []).Add(id);
        }
    }

    private (int[] Starts, int[] Ids) GroupByLength()
    {
        var starts = new int[NameNormaliser.MaxLength + 2];
        for (var id = 1; id < _compacts.Length; id++)
            starts[_compacts[id].Length + 1]++;
        for (var length = 1; length < starts.Length; length++)
            starts[length] += starts[length - 1];
        var next = (int[])starts.Clone();
        var ids = new int[Count];
        for (var id = 1; id < _compacts.Length; id++)
            ids[next[_compacts[id].Length]++] = id;
        return (starts, ids);
    }

    private void NoteEdits(NameExpansion expansion, NameForm form)
    {
        var length = form.Compact.Length;
        for (var other = Math.Max(1, length - 2); other <= Math.Min(NameNormaliser.MaxLength, length + 2); other++)
        {
            var allowed = NameQuery.EditsAllowed(Math.Min(length, other));
            if (Math.Abs(length - other) > allowed || allowed == 0)
                continue;
            for (var i = _lengthStarts[other]; i < _lengthStarts[other + 1]; i++)
            {
                if (!form.Signature.MayBeWithin(_lengthSignatures[i], allowed))
                    continue;
                var id = _lengthIds[i];
                var edits = EditDistance.Bounded(form.Compact, _compacts[id], allowed);
                if (edits <= allowed && edits > 0)
                    expansion.Note(id, edits == 1 ? NameLevel.OneEdit : NameLevel.TwoEdits);
            }
        }
    }

    private void NoteSound(NameExpansion expansion, ulong sound)
    {
        if (sound == 0)
            return;
        for (var i = LowerBound(_sounds, sound); i < _sounds.Length && _sounds[i] == sound; i++)
            expansion.Note(_soundIds[i], NameLevel.Phonetic);
    }

    private void NoteParts(NameExpansion expansion, NameForm form)
    {
        if (form.Compact.Length >= 3)
            NotePart(expansion, form.Compact);
        if (form.Parts.Count == 1)
            return;
        foreach (var part in form.Parts)
        {
            if (part.Length < 3)
                continue;
            NotePart(expansion, part);
            NoteAll(expansion, WithLetters(part), NameLevel.Part);
        }
    }

    private void NotePart(NameExpansion expansion, string part)
    {
        if (!_parts.TryGetValue(part, out var ids))
            return;
        foreach (var id in ids)
            expansion.Note(id, NameLevel.Part);
    }

    private static void NoteAll(NameExpansion expansion, Range ids, NameLevel level)
    {
        for (var id = ids.Start.Value; id < ids.End.Value; id++)
            expansion.Note(id, level);
    }

    private Range WithLetters(string compact)
    {
        var first = FirstNotBefore(compact);
        var end = first;
        while (end < _compacts.Length && _compacts[end] == compact)
            end++;
        return first..end;
    }

    private Range Beginning(string compact)
    {
        var first = FirstNotBefore(compact);
        int low = first, high = _compacts.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_compacts[middle].StartsWith(compact, StringComparison.Ordinal))
                low = middle + 1;
            else
                high = middle;
        }

        return first..low;
    }

    private int FirstNotBefore(string compact)
    {
        int low = 1, high = _compacts.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (string.CompareOrdinal(_compacts[middle], compact) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static int LowerBound(ulong[] sorted, ulong value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
