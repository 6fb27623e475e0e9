namespace ContactPoint.Matching.Index;

/// <summary>Where a candidate stands among others: score first, then its key, which is random and so tells nothing.</summary>
internal readonly record struct Candidate(int Score, Guid Key, int Segment, int Row, NameKind Kind)
{
    public bool Beats(in Candidate other)
    {
        if (Score != other.Score)
            return Score > other.Score;
        var order = Key.CompareTo(other.Key);
        return order != 0 ? order < 0 : Kind < other.Kind;
    }
}

/// <summary>Keeps the best candidates, one a child.</summary>
internal sealed class TopHits(int limit)
{
    private readonly List<Candidate> _held = new(limit);
    private int _worst = -1;

    /// <summary>Scores below this cannot get in.</summary>
    public int Threshold => _worst >= 0 ? _held[_worst].Score : int.MinValue;

    public void Offer(in Candidate candidate)
    {
        if (_worst >= 0 && !candidate.Beats(_held[_worst]))
            return;
        for (var i = 0; i < _held.Count; i++)
        {
            if (_held[i].Key != candidate.Key)
                continue;
            if (candidate.Beats(_held[i]))
            {
                _held[i] = candidate;
                FindWorst();
            }

            return;
        }

        if (_held.Count < limit)
            _held.Add(candidate);
        else
            _held[_worst] = candidate;
        FindWorst();
    }

    public List<Candidate> InOrder()
    {
        _held.Sort((a, b) => a.Equals(b) ? 0 : a.Beats(b) ? -1 : 1);
        return _held;
    }

    private void FindWorst()
    {
        if (_held.Count < limit)
            return;
        _worst = 0;
        for (var i = 1; i < _held.Count; i++)
        {
            if (_held[_worst].Beats(_held[i]))
                _worst = i;
        }
    }
}
