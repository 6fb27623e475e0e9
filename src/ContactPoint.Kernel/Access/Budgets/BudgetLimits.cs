namespace ContactPoint.Kernel.Access.Budgets;

/// <summary>How much one user may look up (SEA-7).</summary>
public sealed class BudgetLimits
{
    /// <summary>Searches in one hour.</summary>
    public int SearchesAnHour { get; set; } = 60;

    /// <summary>Searches in one day.</summary>
    public int SearchesADay { get; set; } = 200;

    /// <summary>Distinct children opened in a day, from which a fresh code is needed.</summary>
    public int ChildrenADay { get; set; } = 40;

    /// <summary>Distinct children opened in a day, at which it stops.</summary>
    public int ChildrenADayAtMost { get; set; } = 150;
}
