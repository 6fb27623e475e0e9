namespace ContactPoint.Ledger.Notes;

/// <summary>One signature line of a note: who says to have made it, and the signature without its four id bytes.</summary>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature);
