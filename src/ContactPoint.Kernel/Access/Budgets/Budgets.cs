using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Access.Budgets;

/// <summary>What a reservation answers.</summary>
internal enum BudgetAnswer
{
    Within,
    StepUpNeeded,
    Exhausted,
}

/// <summary>Reserves before anything is read, and failed probes count: <c>used + 1 where used &lt; cap</c> is one statement, so no race widens it.</summary>
internal sealed class Budgets(IOptions<KernelOptions> options, ISealer sealer, IStepUp stepUp, TimeProvider clock) : IForgetful
{
    private const int SearchHour = 1;
    private const int SearchDay = 2;
    private const int ChildDay = 3;

    private static readonly SealPurpose BudgetChild = new("kernel.budget-child");

    private BudgetLimits Limits => options.Value.Budgets;

    public BudgetAnswer ReserveSearch(CallerContext caller, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        var hour = BudgetStatements.Reserve(unit, caller.UserId, SearchHour, Hours(now), Limits.SearchesAnHour);
        var day = BudgetStatements.Reserve(unit, caller.UserId, SearchDay, Days(now), Limits.SearchesADay);
        return hour && day ? BudgetAnswer.Within : BudgetAnswer.Exhausted;
    }

    /// <summary>Whether a search would be within the limits now; reserves nothing.</summary>
    public bool HasRoom(CallerContext caller, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        return BudgetStatements.Used(unit, caller.UserId, SearchHour, Hours(now)) < Limits.SearchesAnHour
            && BudgetStatements.Used(unit, caller.UserId, SearchDay, Days(now)) < Limits.SearchesADay;
    }

    /// <summary>A child counts once a day. One that found no room is not remembered: asked for again, it finds none again.</summary>
    public BudgetAnswer ReserveChild(CallerContext caller, ChildId child, IUnitOfWork unit)
    {
        var day = Days(clock.GetUtcNow());
        var hash = sealer.BlindIndex(BudgetChild, child.Value.ToString("N"));
        if (!BudgetStatements.HasChild(unit, caller.UserId, day, hash))
        {
            if (!BudgetStatements.Reserve(unit, caller.UserId, ChildDay, day, Limits.ChildrenADayAtMost)) return BudgetAnswer.Exhausted;
            BudgetStatements.AddChild(unit, caller.UserId, day, hash);
        }

        var used = BudgetStatements.Used(unit, caller.UserId, ChildDay, day);
        return used > Limits.ChildrenADay && !stepUp.IsFresh(caller) ? BudgetAnswer.StepUpNeeded : BudgetAnswer.Within;
    }

    /// <summary>Yesterday's and older: what is kept of whom somebody looked up is the audit trail, not this.</summary>
    public ValueTask ForgetAsync(IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        BudgetStatements.Forget(unit, SearchHour, Hours(now) - 24, Days(now) - 1);
        return ValueTask.CompletedTask;
    }

    private static long Hours(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;

    private static long Days(DateTimeOffset at) => at.ToUnixTimeSeconds() / 86400;
}
