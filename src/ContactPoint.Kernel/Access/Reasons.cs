using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Access;

/// <summary>The true reasons of decisions. They stay in the audit trail; docs/security-model.md explains each.</summary>
internal static class Reasons
{
    public static readonly ReasonCode Granted = new(0, "granted");
    public static readonly ReasonCode SessionEnded = new(100, "session-ended");
    public static readonly ReasonCode NoSecondFactor = new(101, "no-second-factor");
    public static readonly ReasonCode NotStated = new(110, "purpose-or-relationship-missing");
    public static readonly ReasonCode OutOfRole = new(111, "no-role-for-purpose");
    public static readonly ReasonCode KeysMissing = new(112, "search-keys-missing");
    public static readonly ReasonCode BudgetSoft = new(120, "budget-step-up");
    public static readonly ReasonCode BudgetHard = new(121, "budget-limit");
    public static readonly ReasonCode Absent = new(200, "absent");
    public static readonly ReasonCode Archived = new(201, "archived");
    public static readonly ReasonCode ProvisionalElsewhere = new(202, "provisional-of-another-supplier");
    public static readonly ReasonCode Masked = new(300, "shield-masked");
    public static readonly ReasonCode Concealed = new(301, "shield-concealed");
    public static readonly ReasonCode NoContact = new(302, "no-contact-pair");
    public static readonly ReasonCode OtherSector = new(400, "identifier-of-another-sector");
    public static readonly ReasonCode NotForPurpose = new(401, "part-not-for-purpose");
    public static readonly ReasonCode ModuleOff = new(402, "module-off");
}
