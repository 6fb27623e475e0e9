using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using ContactPoint.Matching.Names;
using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Index;

/// <summary>Every distinct name of a segment once, in order of its letters. Number 0 stands for "not known"; names count from 1.</summary>
internal sealed class NameDictionary
{
    private readonly NameTexts _texts;
    private readonly int[] _lengthStarts = new int[NameNormaliser.MaxLength + 2];
    private readonly PackedNumbers _lengthIds;
    private readonly ulong[] _lengthSignatures;
    private readonly ulong[] _sounds;
    private readonly int[] _soundStarts;
    private readonly PackedNumbers _soundIds;
    private readonly int[] _parts;
    private readonly int[] _partStarts;
    private readonly PackedNumbers _partIds;
    private readonly ConcurrentBag<NameExpansion> _spare = [];

    private NameDictionary(NameTexts texts)
    {
        _texts = texts;
        _lengthIds = new PackedNumbers(Count, Count + 1);
        _lengthSignatures = new ulong[Count];
        var lengths = new byte[Count + 1];
        var signatures = new ulong[Count + 1];
        var sounds = new List<(ulong Sound, int Id)>(Count + (Count / 4));
        var parts = new List<(int Hash, int Id)>();
        Span<char> compact = stackalloc char[NameNormaliser.MaxLength];
        for (var id = 1; id <= Count; id++)
        {
            var letters = compact[..texts.Compact(id, compact)];
            lengths[id] = (byte)letters.Length;
            signatures[id] = LetterSignature.Of(letters).Bits;
            _lengthStarts[letters.Length + 1]++;
            var sound = PhoneticKey.Of(letters);
            if (sound.Primary != 0)
                sounds.Add((sound.Primary, id));
            if (sound.Alternate != 0 && sound.Alternate != sound.Primary)
                sounds.Add((sound.Alternate, id));
            AddParts(parts, id);
        }

        for (var length = 1; length < _lengthStarts.Length; length++)
            _lengthStarts[length] += _lengthStarts[length - 1];
        var next = (int[])_lengthStarts.Clone();
        for (var id = 1; id <= Count; id++)
        {
            var at = next[lengths[id]]++;
            (_lengthIds[at], _lengthSignatures[at]) = (id, signatures[id]);
        }

        (_sounds, _soundStarts, _soundIds) = Grouped(sounds);
        (_parts, _partStarts, _partIds) = Grouped(parts);
    }

    /// <summary>How many names there are; the greatest number.</summary>
    public int Count => _texts.Count;

    public NameTexts Texts => _texts;

    /// <summary>Takes normal forms in any order; <paramref name="newIds"/> tells the number of each.</summary>
    public static NameDictionary Of(IReadOnlyList<string> texts, out int[] newIds)
    {
        var sorted = new byte[texts.Count][];
        var old = new int[texts.Count];
        for (var i = 0; i < sorted.Length; i++)
            (sorted[i], old[i]) = (Encoding.UTF8.GetBytes(texts[i]), i);
        Array.Sort(sorted, old, Comparer<byte[]>.Create((a, b) => NameTexts.Compare(a, b) is not 0 and var order ? order : a.AsSpan().SequenceCompareTo(b)));
        newIds = new int[sorted.Length];
        for (var i = 0; i < old.Length; i++)
            newIds[old[i]] = i + 1;
        return new NameDictionary(NameTexts.Of(sorted));
    }

    /// <summary>A dictionary of names that stand in order already.</summary>
    public static NameDictionary Of(NameTexts texts) => new(texts);

    public string Text(int id) => _texts.String(id);

    /// <summary>The level of every name of the dictionary against a query, equal to what <see cref="NameQuery.Level"/> says of each.</summary>
    /// <remarks>Give it back when done.</remarks>
    public NameExpansion Expand(NameQuery query)
    {
        if (!_spare.TryTake(out var expansion))
            expansion = new NameExpansion(Count);
        var compact = Encoding.UTF8.GetBytes(query.Form.Compact).AsSpan();
        var text = Encoding.UTF8.GetBytes(query.Form.Text);
        var same = _texts.WithLetters(compact);
        for (var id = same.Start.Value; id < same.End.Value; id++)
            expansion.Note(id, _texts.Is(id, text) ? NameLevel.Exact : NameLevel.SameLetters);
        NoteAll(expansion, query.Related, NameLevel.Nickname);
        NoteEdits(expansion, query.Form);
        NoteSound(expansion, query.Form.Sound.Primary);
        NoteSound(expansion, query.Form.Sound.Alternate);
        NoteParts(expansion, query.Form);
        if (query.Form.Compact.Length >= 3)
            NoteAll(expansion, _texts.Beginning(compact), NameLevel.Prefix);
        NoteAll(expansion, query.NearRelated, NameLevel.MisspeltNickname);
        if (query.IsGiven)
            NoteInitials(expansion, query.Form.Compact);
        expansion.Close();
        return expansion;
    }

    public void Return(NameExpansion? expansion)
    {
        if (expansion is null)
            return;
        expansion.Clear();
        _spare.Add(expansion);
    }

    private void AddParts(List<(int, int)> parts, int id)
    {
        var text = _texts[id];
        if (!text.Contains((byte)' '))
            return;
        var first = parts.Count;
        foreach (var range in text.Split((byte)' '))
        {
            var part = (Hash(text[range]), id);
            if (!CollectionsMarshal.AsSpan(parts)[first..].Contains(part))
                parts.Add(part);
        }
    }

    // FNV-1a.
    private static int Hash(ReadOnlySpan<byte> part)
    {
        var hash = 2166136261;
        foreach (var letter in part)
            hash = (hash ^ letter) * 16777619;
        return (int)hash;
    }

    private void NoteEdits(NameExpansion expansion, NameForm form)
    {
        var length = form.Compact.Length;
        var pattern = new EditPattern(form.Compact, stackalloc ulong[EditPattern.Letters]);
        for (var near = Math.Max(1, length - 2); near <= Math.Min(NameNormaliser.MaxLength, length + 2); near++)
        {
            var allowed = NameQuery.EditsAllowed(Math.Min(length, near));
            if (Math.Abs(length - near) > allowed || allowed == 0)
                continue;
            var first = _lengthStarts[near];
            var signatures = _lengthSignatures.AsSpan(first, _lengthStarts[near + 1] - first);
            for (var i = form.Signature.NextWithin(signatures, allowed, 0); i < signatures.Length; i = form.Signature.NextWithin(signatures, allowed, i + 1))
            {
                var id = _lengthIds[first + i];
                var edits = pattern.Bounded(_texts[id], allowed);
                if (edits <= allowed && edits > 0)
                    expansion.Note(id, edits == 1 ? NameLevel.OneEdit : NameLevel.TwoEdits);
            }
        }
    }

    private void NoteSound(NameExpansion expansion, ulong sound)
    {
        if (sound == 0)
            return;
        var (start, end) = Group(_sounds, _soundStarts, sound);
        for (var i = start; i < end; i++)
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
            NoteAll(expansion, _texts.WithLetters(Encoding.UTF8.GetBytes(part)), NameLevel.Part);
        }
    }

    // Hashes find, letters decide.
    private void NotePart(NameExpansion expansion, string part)
    {
        var letters = Encoding.UTF8.GetBytes(part);
        var (start, end) = Group(_parts, _partStarts, Hash(letters));
        for (var i = start; i < end; i++)
        {
            var text = _texts[_partIds[i]];
            foreach (var range in text.Split((byte)' '))
            {
                if (text[range].SequenceEqual(letters))
                    expansion.Note(_partIds[i], NameLevel.Part);
            }
        }
    }

    private void NoteInitials(NameExpansion expansion, string compact)
    {
        var initial = Encoding.UTF8.GetBytes(compact[..1]);
        NoteAll(expansion, compact.Length == 1 ? _texts.Beginning(initial) : _texts.WithLetters(initial), NameLevel.Initial);
    }

    private void NoteAll(NameExpansion expansion, IEnumerable<string> names, NameLevel level)
    {
        foreach (var name in names)
            NoteAll(expansion, _texts.WithLetters(Encoding.UTF8.GetBytes(name)), level);
    }

    private static void NoteAll(NameExpansion expansion, Range ids, NameLevel level)
    {
        for (var id = ids.Start.Value; id < ids.End.Value; id++)
            expansion.Note(id, level);
    }

    // What many names share stands once, and where its names begin.
    private (T[] Keys, int[] Starts, PackedNumbers Ids) Grouped<T>(List<(T Key, int Id)> pairs)
        where T : IEquatable<T>
    {
        pairs.Sort();
        var keys = new List<T>();
        var starts = new List<int>();
        var ids = new PackedNumbers(pairs.Count, Count + 1);
        for (var i = 0; i < pairs.Count; i++)
        {
            ids[i] = pairs[i].Id;
            if (i > 0 && pairs[i].Key.Equals(pairs[i - 1].Key))
                continue;
            keys.Add(pairs[i].Key);
            starts.Add(i);
        }

        return ([.. keys], [.. starts, pairs.Count], ids);
    }

    private static (int Start, int End) Group<T>(T[] keys, int[] starts, T key) =>
        Array.BinarySearch(keys, key) is >= 0 and var at ? (starts[at], starts[at + 1]) : (0, 0);
}
