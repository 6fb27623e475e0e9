namespace ContactPoint.Synthetic.Names;

/// <summary>Draws from weighted names in constant time (Walker's alias method, Vose's construction).</summary>
internal sealed class WeightedNames
{
    private readonly string[] names;
    private readonly double[] keep;
    private readonly int[] other;

    public WeightedNames(string[] names, double[] weights)
    {
        this.names = names;
        keep = new double[names.Length];
        other = new int[names.Length];
        var mean = weights.Sum() / names.Length;
        var poor = new Stack<int>();
        var rich = new Stack<int>();
        for (var i = 0; i < names.Length; i++)
        {
            keep[i] = weights[i] / mean;
            (keep[i] < 1 ? poor : rich).Push(i);
        }

        while (poor.Count > 0 && rich.Count > 0)
        {
            var small = poor.Pop();
            var large = rich.Peek();
            other[small] = large;
            keep[large] -= 1 - keep[small];
            if (keep[large] < 1) poor.Push(rich.Pop());
        }

        foreach (var rest in poor.Concat(rich)) keep[rest] = 1;
    }

    public int Count => names.Length;

    public string Draw(Dice dice)
    {
        var at = dice.Below(names.Length);
        return dice.Fraction() < keep[at] ? names[at] : names[other[at]];
    }
}
