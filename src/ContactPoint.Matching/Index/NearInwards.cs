using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Index;

/// <summary>The inward parts of a postcode that are one edit from a given one.</summary>
internal static class NearInwards
{
    private static readonly string[] All = [.. Enumerable.Range(1, 4000).Select(packed => Postcode.UnpackInward((ushort)packed))];

    public static IEnumerable<ushort> Of(string inward)
    {
        for (var i = 0; i < All.Length; i++)
        {
            // Three characters: one edit is one character changed, or the two letters swapped.
            var other = All[i];
            var same = (other[0] == inward[0] ? 1 : 0) + (other[1] == inward[1] ? 1 : 0) + (other[2] == inward[2] ? 1 : 0);
            if (same is 1 or 2 && EditDistance.Bounded(inward, other, 1) == 1)
                yield return (ushort)(i + 1);
        }
    }
}
