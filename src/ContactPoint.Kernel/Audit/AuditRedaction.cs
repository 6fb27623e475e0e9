using System.Text.Json.Nodes;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Children;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Audit;

/// <summary>
/// What of a payload an ordinary reviewer reads (I-17): children by their audit pseudonym, never by internal id; nothing of candidates that a
/// rule hid; and of a refusal on a concealed child or a no-contact pair, the entry of the world without that child.
/// </summary>
internal sealed class AuditRedaction(ChildPseudonyms pseudonyms, KernelContext context)
{
    private static readonly HashSet<int> SealedReasons = [Access.Reasons.Concealed.Number, Access.Reasons.NoContact.Number];

    public async ValueTask<JsonObject> RedactAsync(JsonObject payload)
    {
        (payload["detail"] as JsonObject)?.Remove("hidden");
        if (payload["reasons"] is JsonArray reasons && reasons.Any(IsSealed))
        {
            payload["reasons"] = new JsonArray(Access.Reasons.Absent.ToString());
            payload.Remove("child");
        }

        await NameByPseudonymAsync(payload);
        return payload;
    }

    private static bool IsSealed(JsonNode? reason) =>
        reason?.GetValue<string>().Split(' ')[0] is { } number && int.TryParse(number, out var code) && SealedReasons.Contains(code);

    private async ValueTask NameByPseudonymAsync(JsonNode? node)
    {
        if (node is JsonArray array)
            foreach (var item in array) await NameByPseudonymAsync(item);
        if (node is not JsonObject whole) return;
        if (whole["child"] is JsonValue value && Guid.TryParse(value.ToString(), out var child))
        {
            var hash = pseudonyms.HashOf(new ChildId(child));
            var known = await context.Set<ChildPseudonymRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ChildHash == hash);
            if (known is null) whole.Remove("child");
            else whole["child"] = known.Pseudonym.ToString();
        }

        foreach (var (_, member) in whole.ToList()) await NameByPseudonymAsync(member);
    }
}
