using System.Buffers.Text;
using System.Text.Json;
using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Export;

/// <summary>
/// Strict parts common to all lines: one flat JSON object whose first member is "type", no member twice, none unknown, none missing, no escapes in
/// what must be base64 or an id. Written over <see cref="Utf8JsonReader"/>, which does not look for duplicates itself.
/// </summary>
internal ref struct LineParser
{
    private readonly long _line;
    private Utf8JsonReader _json;
    private int _seen;

    internal LineParser(ReadOnlySpan<byte> utf8, long line)
    {
        _line = line;
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 2 });
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
            throw Bad("this is not a JSON object.");
        if (!_json.Read() || _json.TokenType != JsonTokenType.PropertyName || !_json.ValueSpan.SequenceEqual("type"u8))
            throw Bad("the first member is not \"type\".");
        _json.Read();
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped)
            throw Bad("\"type\" is not a plain string.");
        Type = _json.ValueSpan;
    }

    internal ReadOnlySpan<byte> Type { get; }

    /// <summary>Moves to the next member; false at the object's end, after which nothing may follow.</summary>
    internal bool Next(out ReadOnlySpan<byte> name)
    {
        name = default;
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            if (_json.Read())
                throw Bad("something follows the object.");
            return false;
        }
        name = _json.ValueSpan;
        _json.Read();
        return true;
    }

    /// <summary>Notes that member number <paramref name="bit"/> was seen.</summary>
    internal void Once(int bit)
    {
        if ((_seen & 1 << bit) != 0)
            throw Bad("a member appears twice.");
        _seen |= 1 << bit;
    }

    internal readonly bool Has(int bit) => (_seen & 1 << bit) != 0;

    internal readonly void Require(int bits)
    {
        if ((_seen & bits) != bits)
            throw Bad("a member is missing.");
    }

    internal readonly LedgerFormatException Unknown() => Bad("there is an unknown member, or \"type\" twice.");

    internal readonly LedgerFormatException Bad(string reason) => new(_line, reason);

    internal readonly string Text()
    {
        if (_json.TokenType != JsonTokenType.String)
            throw Bad("a text is not a string.");
        return _json.GetString()!;
    }

    internal readonly long Count()
    {
        if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out var value) || value < 0)
            throw Bad("a number is not a whole number from 0.");
        return value;
    }

    internal readonly long? CountOrNull() => _json.TokenType == JsonTokenType.Null ? null : Count();

    internal readonly Guid Id()
    {
        // One spelling for each id: lower case.
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped || _json.ValueSpan.ContainsAnyInRange((byte)'A', (byte)'F')
            || !Utf8Parser.TryParse(_json.ValueSpan, out Guid id, out var consumed, 'D') || consumed != _json.ValueSpan.Length)
            throw Bad("an id is not a UUID.");
        return id;
    }

    internal readonly LedgerHash Hash()
    {
        // 44 characters decode to 33 bytes at most before the padding is known.
        Span<byte> bytes = stackalloc byte[LedgerHash.Size + 1];
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped || _json.ValueSpan.Length != 44
            || !Base64Text.TryDecode(_json.ValueSpan, bytes, out var written) || written != LedgerHash.Size)
            throw Bad("a hash is not the base64 of 32 bytes.");
        return new LedgerHash(bytes[..LedgerHash.Size]);
    }

    internal readonly Memory<byte> Bytes(byte[] scratch, ref int used)
    {
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped
            || !Base64Text.TryDecode(_json.ValueSpan, scratch.AsSpan(used), out var written))
            throw Bad("a value is not base64.");
        var bytes = scratch.AsMemory(used, written);
        used += written;
        return bytes;
    }

    internal List<string> Texts()
    {
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Bad("a list is not an array.");
        var texts = new List<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            texts.Add(Text());
        return texts;
    }
}
