using System.Xml;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>The names of one file. The parser keeps every name that it meets, so that a million different ones would fill the memory.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 4_000;

    private int count;

    public override string Add(char[] key, int start, int len) => len == 0 ? string.Empty : Get(key, start, len) ?? Count(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    private string Count(string name) => ++count > Most ? throw new FileRefusedException(XmlErrors.TooManyNames) : name;
}
