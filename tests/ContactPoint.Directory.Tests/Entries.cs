using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;

namespace ContactPoint.Directory.Tests;

/// <summary>The audit trail as a national reviewer reads it.</summary>
internal static class Entries
{
    /// <summary>The sealed parts of the last entries of a kind that ended so, newest first; 25 at most.</summary>
    public static async Task<List<string>> PayloadsAsync(this World world, AuditEventType type, AuditOutcome outcome)
    {
        var reviewer = await (await world.PersonAsync(Agency.Administration, role: Role.SecurityReviewer, authority: null)).CallerAsync();
        var review = world.Get<IAuditReview>();
        var page = (await review.ListAsync(reviewer, new AuditFilter { EventCode = type.Code, Outcome = outcome })).Value;
        var payloads = new List<string>();
        foreach (var line in page.Lines) payloads.Add((await review.OpenAsync(reviewer, line.Id)).Value.Payload!);
        return payloads;
    }
}
