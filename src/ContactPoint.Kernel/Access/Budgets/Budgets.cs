using ContactPoint.Kernel.Audit;
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
internal sealed class Budgets(IOptions<KernelOptions> options, ISealer sealer, IStepUp stepUp, TimeProvider clock)
{
    private const int SearchHour = 1;
    private const int SearchDay = 2;
    private const int ChildDay = 3;

    private BudgetLimits Limits => options.Value.Budgets;

    public BudgetAnswer ReserveSearch(CallerContext caller, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        var hour = Reserve(unit, caller.UserId, SearchHour, Hours(now), Limits.SearchesAnHour);
        var day = Reserve(unit, caller.UserId, SearchDay, Days(now), Limits.SearchesADay);
        return hour && day ? BudgetAnswer.Within : BudgetAnswer.Exhausted;
    }

    public BudgetAnswer ReserveChild(CallerContext caller, ChildId child, IUnitOfWork unit)
    {
        var day = Days(clock.GetUtcNow());
        var fresh = AddChild(unit, caller.UserId, day, sealer.BlindIndex(AuditTrail.Pseudonym, "budget:" + child.Value.ToString("N")));
        if (fresh && !Reserve(unit, caller.UserId, ChildDay, day, Limits.ChildrenADayAtMost)) return BudgetAnswer.Exhausted;
        return Used(unit, caller.UserId, ChildDay, day) > Limits.ChildrenADay && !stepUp.IsFresh(caller) ? BudgetAnswer.StepUpNeeded : BudgetAnswer.Within;
    }

    private static long Hours(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;

    private static long Days(DateTimeOffset at) => at.ToUnixTimeSeconds() / 86400;

    private static bool Reserve(IUnitOfWork unit, Guid user, int kind, long window, int cap)
    {
        var insert = unit.Prepare(
            "INSERT INTO $kernel.budget (user_id, kind, window, used) SELECT @user, @kind, @window, 0 WHERE NOT EXISTS (SELECT 1 FROM $kernel.budget WHERE user_id = @user AND kind = @kind AND window = @window)",
            "user", "kind", "window");
        insert.Parameters[0].Value = GuidBytes.ToBytes(user);
        insert.Parameters[1].Value = kind;
        insert.Parameters[2].Value = window;
        insert.ExecuteNonQuery();
        var update = unit.Prepare("UPDATE $kernel.budget SET used = used + 1 WHERE user_id = @user AND kind = @kind AND window = @window AND used < @cap", "user", "kind", "window", "cap");
        update.Parameters[0].Value = GuidBytes.ToBytes(user);
        update.Parameters[1].Value = kind;
        update.Parameters[2].Value = window;
        update.Parameters[3].Value = cap;
        return update.ExecuteNonQuery() == 1;
    }

    private static int Used(IUnitOfWork unit, Guid user, int kind, long window)
    {
        var select = unit.Prepare("SELECT used FROM $kernel.budget WHERE user_id = @user AND kind = @kind AND window = @window", "user", "kind", "window");
        select.Parameters[0].Value = GuidBytes.ToBytes(user);
        select.Parameters[1].Value = kind;
        select.Parameters[2].Value = window;
        return Convert.ToInt32(select.ExecuteScalar() ?? 0, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool AddChild(IUnitOfWork unit, Guid user, long day, byte[] child)
    {
        var insert = unit.Prepare(
            "INSERT INTO $kernel.budget_child (user_id, day, child_hash) SELECT @user, @day, @child WHERE NOT EXISTS (SELECT 1 FROM $kernel.budget_child WHERE user_id = @user AND day = @day AND child_hash = @child)",
            "user", "day", "child");
        insert.Parameters[0].Value = GuidBytes.ToBytes(user);
        insert.Parameters[1].Value = day;
        insert.Parameters[2].Value = child;
        return insert.ExecuteNonQuery() == 1;
    }
}
