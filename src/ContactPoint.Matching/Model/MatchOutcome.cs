namespace ContactPoint.Matching.Model;

/// <summary>What to do with an incoming record.</summary>
public enum MatchOutcome
{
    /// <summary>Nothing in the directory is like it: a new child.</summary>
    NoMatch = 0,

    /// <summary>A person decides.</summary>
    Review = 1,

    /// <summary>It is the best candidate, beyond reasonable doubt.</summary>
    Link = 2,
}

/// <summary>What kept a candidate from being linked without a person.</summary>
public enum MatchCaution
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The score is not high enough.</summary>
    Score = 1,

    /// <summary>Another child is nearly as good.</summary>
    RunnerUp = 2,

    /// <summary>One side has no given name (a newborn, "baby of").</summary>
    GivenNameMissing = 3,

    /// <summary>The given names differ: a twin, a brother or sister.</summary>
    GivenNameDiffers = 4,

    /// <summary>The given names are near each other and both are in use: Mia and Mya may be twins.</summary>
    GivenNamesAlike = 5,

    /// <summary>One side has no date of birth, or the dates differ by more than a slip can explain.</summary>
    DateOfBirth = 6,

    /// <summary>The genders differ.</summary>
    Gender = 7,

    /// <summary>The numbers differ, or one number stands for two children.</summary>
    Identifier = 8,
}

/// <summary>The decision on an incoming record.</summary>
/// <param name="Outcome">What to do.</param>
/// <param name="Caution">Why it was not linked.</param>
/// <param name="MarginBits">Distance to the runner-up in bits; infinite when there is none.</param>
/// <param name="Probability">How probable it is that the best candidate is the child.</param>
public sealed record MatchDecision(MatchOutcome Outcome, MatchCaution Caution, double MarginBits, double Probability);
