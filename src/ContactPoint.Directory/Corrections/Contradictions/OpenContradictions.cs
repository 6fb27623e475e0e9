using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Corrections.Contradictions;

/// <summary>A contradiction with the record and what the source says.</summary>
internal sealed record OpenContradiction(ContradictionRow Row, ChildRecord Record, SourceSays Says, FieldValue Held);

/// <summary>Reads contradictions as a steward without clearance may meet them: of open records of the steward's authorities, of no shielded child and of nobody who bars the steward (SHD-10, SHD-11).</summary>
/// <remarks>Who is left out is left out before anything is counted or paged, so that no gap tells.</remarks>
internal sealed class OpenContradictions(IChildReader reader, IShieldRegister shields, SealedDocuments documents, TimeProvider clock)
{
    private const int Most = 2_000;
    private const int Batch = 250;

    /// <summary>A page, and whether there is a further one.</summary>
    public async ValueTask<(IReadOnlyList<OpenContradiction> Lines, bool HasMore)> PageAsync(JobPass pass, int from, int count, IUnitOfWork unit)
    {
        var seen = new List<ContradictionRow>();
        foreach (var batch in (await RowsAsync(pass, null, unit)).Chunk(Batch))
        {
            seen.AddRange(await MetAsync(pass, batch, unit));
            if (seen.Count > from + count) break;
        }

        var lines = new List<OpenContradiction>();
        foreach (var row in seen.Skip(from).Take(count))
            if (await OpenAsync(pass, row, unit) is { } open) lines.Add(open);
        return (lines, seen.Count > from + count);
    }

    /// <summary>One of them; null for whatever reason it is not to be had.</summary>
    public async ValueTask<OpenContradiction?> FindAsync(JobPass pass, Guid id, IUnitOfWork unit) =>
        await RowsAsync(pass, id, unit) is [var row] && (await MetAsync(pass, [row], unit)).Count == 1 ? await OpenAsync(pass, row, unit) : null;

    private async ValueTask<List<ContradictionRow>> RowsAsync(JobPass pass, Guid? only, IUnitOfWork unit)
    {
        var reach = pass.Caller.StewardedAt(clock.GetUtcNow());
        var (isEverywhere, authorities) = (reach.Contains(null), reach.OfType<LocalAuthorityCode>().Select(one => one.Value).ToArray());
        var context = unit.Lease<DirectoryContext>(DisclosureScope.For(pass));
        return await context.Set<ContradictionRow>().AsNoTracking()
            .Where(row => only == null ? row.State != ContradictionState.SetAside : row.ContradictionId == only)
            .Where(row => context.Set<ChildRow>().Any(child => child.ChildKey == row.ChildKey && child.State == RecordState.Active && (isEverywhere || authorities.Contains(child.Authority))))
            .OrderBy(row => row.Since).ThenBy(row => row.ContradictionId).Take(Most).ToListAsync(CancellationToken.None);
    }

    private async ValueTask<List<ContradictionRow>> MetAsync(JobPass pass, IReadOnlyList<ContradictionRow> rows, IUnitOfWork unit)
    {
        var states = await shields.ReadAsync([.. rows.Select(row => new ChildId(row.ChildKey))], unit);
        return [.. rows.Where((_, place) => states[place].Level == ShieldLevel.None && !states[place].BarredUsers.Contains(pass.Caller.UserId))];
    }

    private async ValueTask<OpenContradiction?> OpenAsync(JobPass pass, ContradictionRow row, IUnitOfWork unit)
    {
        if ((await reader.ReadAsync(pass, [new ChildId(row.ChildKey)], unit))[0] is not { Identity: { } identity } record) return null;
        if (documents.Open(ContradictionBook.Purpose, row.ContradictionId, row.SaidSealed, DocumentTypes.Default.SourceSays) is not { } says) return null;
        var (held, from) = row.Field switch
        {
            CorrectedField.Name => (new FieldValue(Name: identity.Name.Value), identity.Name.From),
            CorrectedField.Gender => (new FieldValue(Gender: identity.Gender.Value), identity.Gender.From),
            CorrectedField.DateOfBirth => (new FieldValue(DateOfBirth: identity.DateOfBirth.Value), identity.DateOfBirth.From),
            _ => (new FieldValue(Address: (record.Whereabouts?.Value as CurrentAddress)?.Address), record.Whereabouts?.From),
        };

        // What follows its sources again is in dispute no longer.
        if (from is not { IsPinned: true }) return null;
        return new OpenContradiction(row, record, says, held);
    }
}
