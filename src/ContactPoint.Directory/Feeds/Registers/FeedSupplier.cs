using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Registers;

/// <summary>Whose file it is: a body of the directory, or a register for all of England or one local authority, which is no body.</summary>
/// <param name="Body">The body; of a register its number, name and authority in a body's form.</param>
/// <param name="Register">The register's format; null for a body.</param>
internal sealed record FeedSupplier(Organisation Body, FeedFormat? Register = null)
{
    public bool HasClosed => Register is null && Body.State == OrganisationState.Closed;

    /// <summary>The job that applies its files: that of a register may write no record of a child.</summary>
    public JobName Job => Register is null ? JobName.FeedApply : JobName.RegisterApply;

    /// <summary>How its files are read: a register for one authority tells of no other's bodies.</summary>
    public FileForm Narrow(FileForm form) => Register is null ? form : form with { Authority = Body.Authority };
}
