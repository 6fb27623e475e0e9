using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Kernel.Access.Rules;

/// <summary>
/// Masked: current names, gender, date of birth and directory number, nothing else (SHD-2). Concealed, and the child of a no-contact
/// pair for the barred user: as if it did not exist (SHD-10, SHD-11).
/// </summary>
internal sealed class ShieldRule(IShieldRegister register) : IAccessRule
{
    // A mask is said as one sentence over the whole record, so each part is withheld in silence.
    private static readonly Verdict Masked = new()
    {
        Withholds = [.. PartKey.Core.Where(part => part != PartKey.Identity).Select(part => new Withholding(part, Reasons.Masked, null))],
        WithholdsOthers = true,
    };

    public string Name => "shield-1";

    public async ValueTask<IReadOnlyList<Verdict>> EvaluateAsync(PolicyQuestion question, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit)
    {
        var states = await register.ReadAsync([.. facts.Select(child => child.Child)], unit);
        return [.. states.Select(state => VerdictOn(state, question.Caller.UserId))];
    }

    private static Verdict VerdictOn(ShieldState state, Guid user)
    {
        var barred = state.BarredUsers.Contains(user);
        return (barred, state.Level) switch
        {
            (true, _) => Verdict.Hide(Reasons.NoContact),
            (_, ShieldLevel.Concealed) => Verdict.Hide(Reasons.Concealed),
            (_, ShieldLevel.Masked) => Masked,
            _ => Verdict.NoObjection,
        };
    }
}
