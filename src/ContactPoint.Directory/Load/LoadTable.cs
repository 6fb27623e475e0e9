namespace ContactPoint.Directory.Load;

/// <summary>A table of the bulk path with its columns in the order in which rows are made. A test holds them against the model.</summary>
internal sealed record LoadTable(string Name, params string[] Columns)
{
    public static readonly LoadTable Organisation = new(
        "organisation", "organisation_id", "kind", "name", "agency", "authority", "phone", "email", "register_code", "service", "address_lines", "town", "postcode",
        "state", "opened_on", "closed_on", "register_mark", "register_as_at");

    public static readonly LoadTable Practitioner = new("practitioner", "practitioner_id", "organisation_id", "service", "contact_sealed");

    public static readonly LoadTable Child = new(
        "child", "child_id", "state", "authority", "birth_year", "education", "version", "supplier", "identity_sealed", "created_at", "changed_at");

    public static readonly LoadTable Part = new("child_part", "child_id", "part_id", "part", "recorded_at", "superseded_at", "document_sealed");

    public static readonly LoadTable Identifier = new(
        "identifier", "child_id", "identifier_id", "scheme", "issuer", "blind", "value_sealed", "recorded_at", "superseded_at");

    public static readonly LoadTable Involvement = new(
        "involvement", "child_id", "involvement_id", "service", "organisation_id", "practitioner_id", "start_date", "end_date", "confirmed_at", "is_sensitive",
        "source_kind", "source_id", "feed_run", "as_at", "received_at");

    public static readonly LoadTable Change = new("child_change", "child_id", "at");

    /// <summary>The tables of a child, parents first.</summary>
    public static IReadOnlyList<LoadTable> OfChildren { get; } = [Child, Part, Identifier, Involvement, Change];

    public static IReadOnlyList<LoadTable> All { get; } = [Organisation, Practitioner, .. OfChildren];

    /// <summary>The insert of some rows on SQLite, made of the names above alone.</summary>
    /// <remarks>OR FAIL keeps no journal for the statement: the unit takes back what a failed one wrote.</remarks>
    /// <param name="rows">How many rows.</param>
    public string SqliteInsert(int rows)
    {
        var row = $"({string.Join(", ", Columns.Select(_ => "?"))})";
        return $"INSERT OR FAIL INTO directory_{Name} ({string.Join(", ", Columns)}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}";
    }

    public bool Equals(LoadTable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
