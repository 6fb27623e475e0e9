namespace ContactPoint.Matching.Model;

/// <summary>How common values are among the records that a comparison draws from: the u-probabilities.</summary>
/// <remarks>Names are given in normal form. A share is a fraction of all records, 0 when the value is not known to occur.</remarks>
public interface ITermFrequencies
{
    /// <summary>The share of records with this family name.</summary>
    double Family(string normalisedName);

    /// <summary>The share of records with this given name.</summary>
    double Given(string normalisedName);

    /// <summary>The share of records in this postcode district.</summary>
    double District(string outwardCode);
}
