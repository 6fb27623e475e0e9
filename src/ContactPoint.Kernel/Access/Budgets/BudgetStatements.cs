using System.Globalization;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Access.Budgets;

/// <summary>The statements of budgets, on both providers.</summary>
internal static class BudgetStatements
{
    public static bool Reserve(IUnitOfWork unit, Guid user, int kind, long period, int cap)
    {
        var insert = unit.Prepare(
            "INSERT INTO $kernel.budget (user_id, kind, period, used) SELECT @user, @kind, @period, 0 WHERE NOT EXISTS (SELECT 1 FROM $kernel.budget WHERE user_id = @user AND kind = @kind AND period = @period)",
            "user", "kind", "period");
        insert.Parameters[0].Value = GuidBytes.ToBytes(user);
        insert.Parameters[1].Value = kind;
        insert.Parameters[2].Value = period;
        insert.ExecuteNonQuery();
        var update = unit.Prepare("UPDATE $kernel.budget SET used = used + 1 WHERE user_id = @user AND kind = @kind AND period = @period AND used < @cap", "user", "kind", "period", "cap");
        update.Parameters[0].Value = GuidBytes.ToBytes(user);
        update.Parameters[1].Value = kind;
        update.Parameters[2].Value = period;
        update.Parameters[3].Value = cap;
        return update.ExecuteNonQuery() == 1;
    }

    public static int Used(IUnitOfWork unit, Guid user, int kind, long period)
    {
        var select = unit.Prepare("SELECT used FROM $kernel.budget WHERE user_id = @user AND kind = @kind AND period = @period", "user", "kind", "period");
        select.Parameters[0].Value = GuidBytes.ToBytes(user);
        select.Parameters[1].Value = kind;
        select.Parameters[2].Value = period;
        return Convert.ToInt32(select.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
    }

    public static bool HasChild(IUnitOfWork unit, Guid user, long day, byte[] child)
    {
        var select = unit.Prepare("SELECT 1 FROM $kernel.budget_child WHERE user_id = @user AND day = @day AND child_hash = @child", "user", "day", "child");
        select.Parameters[0].Value = GuidBytes.ToBytes(user);
        select.Parameters[1].Value = day;
        select.Parameters[2].Value = child;
        return select.ExecuteScalar() is not null;
    }

    public static void AddChild(IUnitOfWork unit, Guid user, long day, byte[] child)
    {
        var insert = unit.Prepare("INSERT INTO $kernel.budget_child (user_id, day, child_hash) VALUES (@user, @day, @child)", "user", "day", "child");
        insert.Parameters[0].Value = GuidBytes.ToBytes(user);
        insert.Parameters[1].Value = day;
        insert.Parameters[2].Value = child;
        insert.ExecuteNonQuery();
    }

    /// <summary>Deletes the windows before a period; one kind counts hours, the others days.</summary>
    public static void Forget(IUnitOfWork unit, int hourly, long hour, long day)
    {
        var windows = unit.Prepare("DELETE FROM $kernel.budget WHERE (kind = @hourly AND period < @hour) OR (kind <> @hourly AND period < @day)", "hourly", "hour", "day");
        windows.Parameters[0].Value = hourly;
        windows.Parameters[1].Value = hour;
        windows.Parameters[2].Value = day;
        windows.ExecuteNonQuery();
        var children = unit.Prepare("DELETE FROM $kernel.budget_child WHERE day < @day", "day");
        children.Parameters[0].Value = day;
        children.ExecuteNonQuery();
    }
}
