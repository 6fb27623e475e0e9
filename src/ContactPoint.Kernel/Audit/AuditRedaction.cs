using System.Text.Json.Nodes;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Audit;

/// <summary>
/// What of a payload an ordinary reviewer reads (I-17): children by their audit pseudonym, never by internal id; nothing of candidates that a
/// rule hid or a feed weighed; of a change which fields changed, not their values, for a reviewer reaches no record; and of a refusal on
/// a concealed child or a no-contact pair, the entry of the world without that child.
/// </summary>
internal sealed class AuditRedaction(ChildPseudonyms pseudonyms, KernelContext context)
{
    private static readonly HashSet<int> SealedReasons = [Access.Reasons.Concealed.Number, Access.Reasons.NoContact.Number];

    public async ValueTask<JsonObject> RedactAsync(JsonObject payload, AuditOutcome outcome)
    {
        var detail = payload["detail"] as JsonObject;
        detail?.Remove("hidden");
        detail?.Remove("weighed");
        if (outcome == AuditOutcome.Refused) payload.Remove("child");
        if (payload["reasons"] is JsonArray reasons && reasons.Any(IsSealed)) payload["reasons"] = new JsonArray(Access.Reasons.Absent.ToString());
        if (payload["child"] is not null && payload["target"] is JsonObject target)
        {
            target.Remove("id");
            target["changed"] = Changed(target["old"] as JsonObject, target["new"] as JsonObject);
            target.Remove("old");
            target.Remove("new");
        }

        await NameByPseudonymAsync(payload);
        return payload;
    }

    private static JsonArray Changed(JsonObject? before, JsonObject? after)
    {
        var names = (before ?? []).Concat(after ?? []).Select(member => member.Key).Distinct(StringComparer.Ordinal);
        return new JsonArray([.. names.Where(name => !JsonNode.DeepEquals(before?[name], after?[name])).Order(StringComparer.Ordinal).Select(name => (JsonNode?)JsonValue.Create(name))]);
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
