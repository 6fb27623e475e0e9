namespace ContactPoint.Synthetic.Names;

/// <summary>How a community names its children.</summary>
internal enum NamingWay
{
    /// <summary>Forename, one middle name or two, the family's surname.</summary>
    Plain,

    /// <summary>As plain, with double and invented forenames.</summary>
    English,

    /// <summary>As English; now and then the father's forename after "ap" or "ferch".</summary>
    Welsh,

    /// <summary>As English, with O' and Mac.</summary>
    Celtic,

    /// <summary>Muhammad before the name by which a boy is called; now and then the father's name as surname.</summary>
    Pakistani,

    /// <summary>Sons and daughters with different last names: Miah, Uddin; Begum, Khatun.</summary>
    Bangladeshi,

    /// <summary>Singh or Kaur as middle name, or as surname.</summary>
    Sikh,

    /// <summary>The father's forename as middle name at times.</summary>
    Indian,

    /// <summary>The father's forename in place of a surname, often.</summary>
    Tamil,

    /// <summary>An English or a biblical name with a Yoruba or Igbo one.</summary>
    Yoruba,

    /// <summary>Day names: what a child is called follows from the weekday of birth.</summary>
    Akan,

    /// <summary>Three names: the child's, the father's, the grandfather's.</summary>
    Somali,

    /// <summary>Surnames that change with gender, diacritics that English offices drop.</summary>
    Polish,

    /// <summary>As plain, with feminine endings.</summary>
    Slavic,

    /// <summary>Two surnames, the mother's and the father's.</summary>
    Iberian,

    /// <summary>Al- and El-, with and without hyphen.</summary>
    Arabic,

    /// <summary>Names in syllables, together or apart; often an English name for school.</summary>
    Chinese,

    /// <summary>Thi or Van in the middle.</summary>
    Vietnamese,
}
