using System.Text;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>Gathers the text of one element, with every run of white space as one space, and no more of it than a field may hold.</summary>
internal sealed class XmlLeaf
{
    private const int MostRaw = 20 * FileLimits.FieldLength;

    private readonly StringBuilder text = new(FileLimits.FieldLength);
    private bool isParted;
    private int raw;

    /// <summary>True when it is longer than a field may be; the rest is passed over.</summary>
    public bool IsTooLong { get; private set; }

    public void Clear()
    {
        text.Clear();
        (isParted, raw, IsTooLong) = (false, 0, false);
    }

    public void Append(string more)
    {
        IsTooLong |= (raw += Math.Min(more.Length, MostRaw + 1)) > MostRaw;
        for (var i = 0; i < more.Length && !IsTooLong; i++)
        {
            if (more[i] is ' ' or '\t' or '\r' or '\n')
            {
                isParted = text.Length > 0;
                continue;
            }

            if (isParted) text.Append(' ');
            isParted = false;
            text.Append(more[i]);
            IsTooLong = text.Length > FileLimits.FieldLength;
        }
    }

    public override string ToString() => text.ToString();
}
