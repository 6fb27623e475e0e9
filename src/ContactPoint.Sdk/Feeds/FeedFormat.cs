using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Sdk.Feeds;

/// <summary>
/// A kind of file that bodies supply about children, or that registers supply about bodies: what its columns say and what standing in it means. The host reads, checks,
/// matches and applies; a format only declares, so that every format has the same limits, refusals and outcomes (FED-1 to FED-5).
/// </summary>
public sealed record FeedFormat
{
    private static readonly FeedField[] OfAChild = [FeedField.FamilyName, FeedField.GivenName, FeedField.DateOfBirth];
    private static readonly FeedField[] OfABody = [FeedField.RegisterNumber, FeedField.OrganisationName, FeedField.AuthorityNumber, FeedField.OrganisationStatus];

    /// <summary>Stable key, the module's key first: <c>education.roll</c>. Stored with each run.</summary>
    public required string Key { get; init; }

    /// <summary>Its name; at most 40 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What its rows are about.</summary>
    public FeedSubject Subject { get; init; } = FeedSubject.Children;

    /// <summary>The kind of body that supplies it; of a register, the kind of body that stands in it.</summary>
    public required OrganisationKind Supplier { get; init; }

    /// <summary>What kind of source its values come from.</summary>
    public required SourceKind Origin { get; init; }

    /// <summary>What it means for a child to stand in it; of a register, which service the bodies that stand in it give.</summary>
    public required FeedEffect Effect { get; init; }

    /// <summary>Its columns, <see cref="Needed"/> among them.</summary>
    public required IReadOnlyList<FeedColumn> Columns { get; init; }

    /// <summary>What a file may be; the first is taken where nothing is said.</summary>
    public IReadOnlyList<FeedSemantics> Semantics { get; init; } = [FeedSemantics.Full, FeedSemantics.Delta];

    /// <summary>How its letters are written.</summary>
    public FeedEncoding Encoding { get; init; } = FeedEncoding.Told;

    /// <summary>How it writes dates, in .NET's exact forms; empty for the usual two, <c>dd/MM/yyyy</c> and <c>yyyy-MM-dd</c>.</summary>
    public IReadOnlyList<string> DateForms { get; init; } = [];

    /// <summary>Exports of other systems that are read as this format.</summary>
    public IReadOnlyList<FeedProfile> Profiles { get; init; } = [];

    /// <summary>Its XML form; null where it has none.</summary>
    public FeedXml? Xml { get; init; }

    /// <summary>The columns that every file has: of a child family name, given name and date of birth; of a body number, name, local authority and status.</summary>
    public IReadOnlyList<FeedField> Needed => Subject == FeedSubject.Organisations ? OfABody : OfAChild;

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
