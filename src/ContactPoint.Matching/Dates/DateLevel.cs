namespace ContactPoint.Matching.Dates;

/// <summary>How two dates of birth agree, strongest first.</summary>
public enum DateLevel : byte
{
    /// <summary>One of the two is not known.</summary>
    Missing = 0,

    /// <summary>The same day.</summary>
    Exact = 1,

    /// <summary>Day and month changed places (03/04 for 04/03).</summary>
    DayMonthSwapped = 2,

    /// <summary>One day apart (4 March, 5 March; 31 May, 1 June).</summary>
    NextDay = 3,

    /// <summary>One month apart (4 March, 4 April; 4 December, 4 January; 31 May, 30 June).</summary>
    NextMonth = 4,

    /// <summary>One year apart: a slip, or a brother or sister with the same birthday.</summary>
    NextYear = 5,

    /// <summary>Two neighbouring digits of day, month or year changed places (12 for 21).</summary>
    DigitsSwapped = 6,

    /// <summary>Another digit of day or month differs.</summary>
    OneDigit = 7,

    /// <summary>Another digit of the year differs: a slip, or a brother or sister with the same birthday.</summary>
    OneDigitOfYear = 8,

    /// <summary>Day and month agree, the year does not (at most ten years apart).</summary>
    WrongYear = 9,

    /// <summary>The day is wrong: month and year agree, or the dates are no more than a fortnight apart (31 May, 10 June).</summary>
    WrongDay = 10,

    /// <summary>Day and year agree, the month does not.</summary>
    WrongMonth = 11,

    /// <summary>None of these.</summary>
    Different = 12,
}
