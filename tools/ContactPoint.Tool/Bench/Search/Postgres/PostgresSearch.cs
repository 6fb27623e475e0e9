using System.Globalization;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using Npgsql;
using NpgsqlTypes;

namespace ContactPoint.Tool.Bench.Search.Postgres;

/// <summary>The same search as PostgreSQL does it when it is set up well: each way to a candidate has its index, and what they bring is scored in SQL.</summary>
/// <remarks>
/// B-trees lead by date, by both names, by how both sound, and by district and date; trigrams find misspelt pairs of names. A query runs the probes
/// that its fields allow, and no more; each probe is bounded. Weights are hand-set in the manner of Fellegi and Sunter.
/// </remarks>
internal sealed class PostgresSearch(NpgsqlConnection connection)
{
    private const int EveryProbe = 400;

    private readonly Dictionary<string, NpgsqlCommand> prepared = [];

    public static async Task<PostgresSearch> LoadAsync(NpgsqlConnection connection, IEnumerable<BenchChild> children, CancellationToken cancellation)
    {
        await RunAsync(connection, """
            CREATE EXTENSION fuzzystrmatch;
            CREATE EXTENSION pg_trgm;
            CREATE UNLOGGED TABLE child (id text, forename text, middle text, surname text, sex text, dob date, postcode text, outward text,
                sounds_forename text GENERATED ALWAYS AS (dmetaphone(forename)) STORED, sounds_surname text GENERATED ALWAYS AS (dmetaphone(surname)) STORED);
            """, cancellation);
        await using (var writer = await connection.BeginBinaryImportAsync("COPY child (id, forename, middle, surname, sex, dob, postcode, outward) FROM STDIN BINARY", cancellation))
        {
            foreach (var child in children)
            {
                await writer.StartRowAsync(cancellation);
                foreach (var text in new[] { child.Id, child.Forename, child.Middle, child.Surname, child.Sex }) await writer.WriteAsync(text, NpgsqlDbType.Text, cancellation);
                if (child.Born is { } born) await writer.WriteAsync(born, NpgsqlDbType.Date, cancellation);
                else await writer.WriteNullAsync(cancellation);
                await writer.WriteAsync(child.Place, NpgsqlDbType.Text, cancellation);
                await writer.WriteAsync(child.Place.Split(' ')[0], NpgsqlDbType.Text, cancellation);
            }

            await writer.CompleteAsync(cancellation);
        }

        await RunAsync(connection, """
            CREATE INDEX ON child (dob, surname);
            CREATE INDEX ON child (surname text_pattern_ops, forename text_pattern_ops);
            CREATE INDEX ON child (sounds_surname, sounds_forename, dob);
            CREATE INDEX ON child (outward, dob);
            CREATE INDEX ON child USING gin (surname gin_trgm_ops, forename gin_trgm_ops);
            VACUUM ANALYZE child;
            SET pg_trgm.similarity_threshold = 0.4;
            """, cancellation);
        return new PostgresSearch(connection);
    }

    /// <summary>The ids of the best, best first.</summary>
    public IReadOnlyList<Guid> Search(IndexQuery query)
    {
        var command = Command(query);
        command.Parameters["f"].Value = query.Given?.ToLowerInvariant() ?? string.Empty;
        command.Parameters["s"].Value = query.Family?.ToLowerInvariant() ?? string.Empty;
        command.Parameters["d"].Value = (object?)query.DateOfBirth ?? DBNull.Value;
        command.Parameters["swapped"].Value = (object?)Swapped(query.DateOfBirth) ?? DBNull.Value;
        var (first, last) = Band(query);
        command.Parameters["first"].Value = first;
        command.Parameters["last"].Value = last;
        command.Parameters["sex"].Value = query.Gender switch { RecordedGender.Female => "F", RecordedGender.Male => "M", _ => string.Empty };
        command.Parameters["o"].Value = (query.Postcode?.Outward ?? query.District)?.Value ?? string.Empty;
        command.Parameters["p"].Value = query.Postcode?.Value ?? string.Empty;
        var found = new List<Guid>(IndexSnapshot.Candidates);
        using var reader = command.ExecuteReader();
        while (reader.Read()) found.Add(BenchChild.KeyOf(reader.GetString(0)));
        return found;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statements, CancellationToken cancellation)
    {
        foreach (var statement in statements.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    // One prepared statement for each shape of query.
    private NpgsqlCommand Command(IndexQuery query)
    {
        bool family = query.Family is not null, given = query.Given is not null, date = query.DateOfBirth is not null, age = query.Age is not null;
        var place = query.Postcode is not null || query.District is not null;
        var shape = string.Create(CultureInfo.InvariantCulture, $"{family}{given}{date}{age}{place}");
        if (prepared.TryGetValue(shape, out var known)) return known;
        var probes = new List<string>();
        if (date) probes.AddRange(["dob = @d", "dob = @swapped"]);
        if (family && given)
        {
            probes.AddRange(["surname = @s AND forename = @f", "surname = @f AND forename = @s", "surname = @s AND middle = @f"]);
            probes.Add("surname LIKE @s || '%' AND forename LIKE @f || '%'");
            probes.Add("sounds_surname = dmetaphone(@s) AND sounds_forename = dmetaphone(@f)");
            probes.Add("surname % @s AND forename % @f");
        }

        if (family && (date || age)) probes.Add("sounds_surname = dmetaphone(@s) AND dob BETWEEN @first AND @last");
        if (place) probes.Add("outward = @o AND dob BETWEEN @first AND @last");
        if (probes.Count == 0) probes.Add("surname = @s");

        // A probe by date alone brings the births of a day, all of which are scored; the others are bounded.
        var union = string.Join(" UNION ", probes.Select(probe => $"(SELECT ctid FROM child WHERE {probe}{(probe.StartsWith("dob", StringComparison.Ordinal) ? "" : $" LIMIT {EveryProbe}")})"));
        var command = new NpgsqlCommand($"SELECT id FROM child WHERE ctid = ANY (ARRAY(SELECT ctid FROM ({union}) AS found)) ORDER BY {Score(family, given, date, age, place)} DESC, id LIMIT 64", connection);
        foreach (var text in new[] { "f", "s", "sex", "o", "p" }) command.Parameters.Add(text, NpgsqlDbType.Text);
        foreach (var day in new[] { "d", "swapped", "first", "last" }) command.Parameters.Add(day, NpgsqlDbType.Date);
        foreach (NpgsqlParameter parameter in command.Parameters) parameter.Value = DBNull.Value;
        command.Prepare();
        return prepared[shape] = command;
    }

    private static string Score(bool family, bool given, bool date, bool age, bool place)
    {
        var parts = new List<string> { "CASE WHEN @sex = '' OR sex = '' THEN 0 WHEN sex = @sex THEN 1 ELSE -5 END" };
        if (family && given)
            parts.Add($"GREATEST({Name("surname", "s")} + {Name("forename", "f")}, {Name("surname", "f")} + {Name("forename", "s")} - 4, {Name("surname", "s")} + {Name("middle", "f")} - 4)");
        else if (family) parts.Add(Name("surname", "s"));
        else if (given) parts.Add(Name("forename", "f"));
        if (date)
            parts.Add("CASE WHEN dob IS NULL THEN 0 WHEN dob = @d THEN 12 WHEN dob = @swapped THEN 8 WHEN abs(dob - @d) <= 1 THEN 7 WHEN to_char(dob, 'MMDD') = to_char(@d, 'MMDD') THEN 5 WHEN date_trunc('month', dob) = date_trunc('month', @d) THEN 5 WHEN extract(year FROM dob) = extract(year FROM @d) AND extract(day FROM dob) = extract(day FROM @d) THEN 4 WHEN extract(year FROM dob) = extract(year FROM @d) THEN 0 ELSE -6 END");
        if (age) parts.Add("CASE WHEN dob IS NULL THEN 0 WHEN dob BETWEEN @first AND @last THEN 3 ELSE -5 END");
        if (place) parts.Add("CASE WHEN postcode = '' THEN 0 WHEN postcode = @p THEN 14 WHEN outward = @o THEN 8 ELSE -3 END");
        return string.Join(" + ", parts);
    }

    private static string Name(string column, string asked) =>
        $"(CASE WHEN {column} = @{asked} THEN 10 WHEN {column} LIKE @{asked} || '%' THEN 6 WHEN levenshtein_less_equal({column}, @{asked}, 2) = 1 THEN 8 WHEN dmetaphone({column}) = dmetaphone(@{asked}) THEN 7 WHEN levenshtein_less_equal({column}, @{asked}, 2) = 2 THEN 5 WHEN position(@{asked} IN {column}) > 0 THEN 5 ELSE 8 * similarity({column}, @{asked}) - 4 END)";

    private static DateOnly? Swapped(DateOnly? date) => date is { Day: <= 12 } day ? new DateOnly(day.Year, day.Day, day.Month) : null;

    private static (DateOnly First, DateOnly Last) Band(IndexQuery query)
    {
        if (query.DateOfBirth is { } born) return (born.AddYears(-1), born.AddYears(1));
        if (query.Age is { } age && query.ReferenceDate is { } day) return (day.AddYears(-age - 1).AddDays(1), day.AddYears(-age));
        return (new DateOnly(1900, 1, 1), new DateOnly(2078, 12, 31));
    }
}
