namespace ContactPoint.Directory.Search;

/// <summary>Who lies apart from the ordinary index.</summary>
public enum Apart
{
    /// <summary>Shielded children with all their names and places: for feeds, which hold what may mean them (SHD-6).</summary>
    Shielded = 1,

    /// <summary>Provisional records: for their own supplier. Whose they are is decided on the row, as ever.</summary>
    Provisional = 2,
}
