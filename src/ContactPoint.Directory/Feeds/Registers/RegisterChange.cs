using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Organisations;

namespace ContactPoint.Directory.Feeds.Registers;

/// <summary>What a row of a register makes of a body.</summary>
internal static class RegisterChange
{
    public static RegisterEffect Effect(FeedRunContext run, PlannedRow row, RegisterRow says, OrganisationRow? known)
    {
        if (known is null) return new RegisterEffect(row, FeedOutcome.Created, SourceOutcome.Accepted, says.Note, says);

        // What the row says of its authority was looked at when it was read; what the directory says counts too, or one authority could take another's school.
        if (run.Form.Authority is { } own && known.Authority != own.Value)
            return new RegisterEffect(row, FeedOutcome.Rejected, SourceOutcome.Rejected, RowProblem.AlreadyElsewhere);
        if (known.RegisterAsAt > run.From.AsAt) return new RegisterEffect(row, FeedOutcome.Unchanged, SourceOutcome.Accepted);
        var isAsBefore = known.RegisterMark is { } mark && RowKey.Of(mark) == row.Content;
        if (isAsBefore) return new RegisterEffect(row, FeedOutcome.Unchanged, SourceOutcome.Unchanged, null, known.RegisterAsAt < run.From.AsAt ? says : null);
        return new RegisterEffect(row, Changes(known, says, run.From.AsAt) ? FeedOutcome.Applied : FeedOutcome.Unchanged, SourceOutcome.Accepted, says.Note, says);
    }

    /// <summary>Writes what the row says. A blank cell says nothing, as in every feed.</summary>
    public static void Write(OrganisationRow body, RegisterRow says, DateOnly asAt)
    {
        var wasClosed = body.State == OrganisationState.Closed;
        (body.Name, body.Authority, body.State) = (says.Name, says.Authority.Value, says.State);
        body.OpenedOn = says.OpenedOn ?? body.OpenedOn;
        body.ClosedOn = says.ClosedOn ?? (says.State != OrganisationState.Closed ? null : wasClosed ? body.ClosedOn : asAt);
        body.Phone = says.Phone ?? body.Phone;
        if (says.Address is { } address) body.Place(address);
    }

    /// <summary>A body as the audit trail keeps it.</summary>
    public static object Image(OrganisationRow body) => new
    {
        number = body.RegisterCode,
        name = body.Name,
        authority = body.Authority,
        state = body.State.ToString(),
        opened = body.OpenedOn,
        closed = body.ClosedOn,
        phone = body.Phone,
        address = body.AddressLines,
        town = body.Town,
        postcode = body.Postcode,
    };

    private static bool Changes(OrganisationRow body, RegisterRow says, DateOnly asAt)
    {
        var after = new OrganisationRow
        {
            Name = body.Name,
            State = body.State,
            OpenedOn = body.OpenedOn,
            ClosedOn = body.ClosedOn,
            Phone = body.Phone,
            AddressLines = body.AddressLines,
            Town = body.Town,
            Postcode = body.Postcode,
            RegisterCode = body.RegisterCode,
        };
        Write(after, says, asAt);
        return !Image(after).Equals(Image(body));
    }
}
