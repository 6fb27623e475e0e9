using System.Globalization;
using ContactPoint.Directory.Children;
using ContactPoint.Matching.Names;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Hashes of rows under the installation's key, so that the tables of a feed name nobody.</summary>
internal sealed class RowKeys(ISealer sealer)
{
    private static readonly SealPurpose About = new("directory.feed.row");
    private static readonly SealPurpose Says = new("directory.feed.row-content");
    private static readonly SealPurpose File = new("directory.feed.file");

    /// <summary>Who the row is about, in the source's own terms: its UPN, else its name and date of birth.</summary>
    public RowKey Of(Guid source, FeedRow row) => row.Upn is { } upn ? OfUpn(source, upn) : OfName(source, row);

    public RowKey OfName(Guid source, FeedRow row) => Hash(About, source, string.Create(
        CultureInfo.InvariantCulture, $"name:{NameNormaliser.Normalise(row.Name.Family)}|{NameNormaliser.Normalise(row.Name.Given)}|{row.DateOfBirth:yyyyMMdd}"));

    public RowKey OfUpn(Guid source, string upn) => Hash(About, source, "upn:" + upn);

    /// <summary>What the row says: every value that is read, in a fixed order.</summary>
    public RowKey OfContent(Guid source, FeedRow row)
    {
        string?[] values =
        [
            "1", row.Upn, row.FormerUpn, row.Name.Family, row.Name.Given, row.Name.Middle, row.PreferredSurname, row.PreferredForename, row.FormerSurname,
            row.Gender?.ToString(), Day(row.DateOfBirth), .. row.Address?.Lines ?? [], "|", row.Address?.Town, row.Address?.Postcode, Day(row.EntryDate), Day(row.LeavingDate),
            .. row.Contacts.SelectMany(Values),
        ];
        return Hash(Says, source, string.Join('\u001F', values));
    }

    /// <summary>The body that a row of a register is about, whoever brings the register.</summary>
    public RowKey OfBody(string format, string number) => RowKey.Of(sealer.BlindIndex(About, $"{format}:number:{number}"));

    /// <summary>What a row of a register says: every value that is read, in a fixed order.</summary>
    public RowKey OfContent(string format, RegisterRow row)
    {
        string?[] values =
        [
            "1", row.Number, row.Name, row.Authority.Value, row.State.ToString(), Day(row.OpenedOn), Day(row.ClosedOn), .. row.Address?.Lines ?? [], "|", row.Address?.Town,
            row.Address?.Postcode, row.Phone,
        ];
        return RowKey.Of(sealer.BlindIndex(Says, $"{format}:{string.Join('\u001F', values)}"));
    }

    /// <summary>Which file it is, for the day it was given for, if any, and how it is taken.</summary>
    public byte[] OfFile(Guid source, DateOnly? asAt, FileForm form, FeedSemantics semantics, ReadOnlySpan<byte> digest) =>
        sealer.BlindIndex(File, $"{source:N}:{Day(asAt)}:{form.Format.Key}:{form.Profile?.Key}:{semantics}:{Convert.ToHexString(digest)}");

    private static IEnumerable<string?> Values(Carer contact) =>
    [
        contact.Name.Family, contact.Name.Given, contact.Relationship.ToString(), contact.HasParentalResponsibility ? "Y" : "N", contact.HasCare ? "Y" : "N",
        contact.Phone, contact.Email,
    ];

    private static string? Day(DateOnly? date) => date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private RowKey Hash(SealPurpose purpose, Guid source, string text) => RowKey.Of(sealer.BlindIndex(purpose, $"{source:N}:{text}"));
}
