using ContactPoint.Matching.Dates;

namespace ContactPoint.Matching.Index;

/// <summary>Dates of birth as sixteen bits: 0 is not known, 1 is 1 January 1900.</summary>
internal static class DayNumber
{
    public const int Count = ushort.MaxValue + 1;

    private static readonly int Origin = new DateOnly(DateVariants.FirstYear, 1, 1).DayNumber - 1;

    public static ushort Of(DateOnly? date) =>
        date is { Year: >= DateVariants.FirstYear and <= DateVariants.LastYear } day ? (ushort)(day.DayNumber - Origin) : (ushort)0;

    public static DateOnly? ToDate(ushort day) => day == 0 ? null : DateOnly.FromDayNumber(day + Origin);

    /// <summary>Clamps a date to what the columns can hold.</summary>
    public static ushort Clamp(DateOnly date) => (ushort)Math.Clamp(date.DayNumber - Origin, 1, ushort.MaxValue);
}
