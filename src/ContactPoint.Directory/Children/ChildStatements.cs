using System.Data.Common;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Children;

/// <summary>The statements of the bulk path, constant text each.</summary>
internal static class ChildStatements
{
    public static DbCommand InsertChild(IUnitOfWork unit) => unit.Prepare(
        """
        INSERT INTO $directory.child (child_id, state, authority, birth_year, education, version, supplier, identity_sealed, created_at, changed_at)
        VALUES (@child, @state, @authority, @birth, @education, 1, @supplier, @identity, @at, @at)
        """,
        "child", "state", "authority", "birth", "education", "supplier", "identity", "at");

    public static DbCommand ReadChild(IUnitOfWork unit) => unit.Prepare(
        "SELECT version, state, authority, birth_year, education, supplier, identity_sealed FROM $directory.child WHERE child_id = @child", "child");

    public static DbCommand UpdateChild(IUnitOfWork unit) => unit.Prepare(
        """
        UPDATE $directory.child SET version = version + 1, state = @state, authority = @authority, birth_year = @birth, education = @education,
            supplier = @supplier, identity_sealed = @identity, changed_at = @at
        WHERE child_id = @child AND version = @expected
        """,
        "state", "authority", "birth", "education", "supplier", "identity", "at", "child", "expected");

    public static DbCommand SupersedePart(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.child_part SET superseded_at = @at WHERE child_id = @child AND part = @part AND superseded_at IS NULL", "at", "child", "part");

    public static DbCommand InsertPart(IUnitOfWork unit) => unit.Prepare(
        """
        INSERT INTO $directory.child_part (child_id, part_id, part, recorded_at, superseded_at, document_sealed)
        VALUES (@child, @id, @part, @at, @superseded, @document)
        """,
        "child", "id", "part", "at", "superseded", "document");

    // An issuer may be null, so the comparison is on the keyed hash's own columns and the coalesced issuer.
    public static DbCommand SupersedeIdentifier(IUnitOfWork unit) => unit.Prepare(
        """
        UPDATE $directory.identifier SET superseded_at = @at
        WHERE child_id = @child AND scheme = @scheme AND superseded_at IS NULL AND (issuer = @issuer OR (issuer IS NULL AND @national = 1))
        """,
        "at", "child", "scheme", "issuer", "national");

    public static DbCommand InsertIdentifier(IUnitOfWork unit) => unit.Prepare(
        """
        INSERT INTO $directory.identifier (child_id, identifier_id, scheme, issuer, blind, value_sealed, recorded_at, superseded_at)
        VALUES (@child, @id, @scheme, @issuer, @blind, @value, @at, NULL)
        """,
        "child", "id", "scheme", "issuer", "blind", "value", "at");

    public static DbCommand InsertInvolvement(IUnitOfWork unit) => unit.Prepare(
        """
        INSERT INTO $directory.involvement (child_id, involvement_id, service, organisation_id, practitioner_id, start_date, end_date, confirmed_at,
            is_sensitive, source_kind, source_id, feed_run, as_at, received_at)
        VALUES (@child, @id, @service, @organisation, @practitioner, @start, @end, @confirmed, 0, @kind, @source, @run, @asAt, @received)
        """,
        "child", "id", "service", "organisation", "practitioner", "start", "end", "confirmed", "kind", "source", "run", "asAt", "received");

    public static DbCommand EndInvolvement(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.involvement SET end_date = @end WHERE child_id = @child AND involvement_id = @id AND end_date IS NULL", "end", "child", "id");

    public static DbCommand UnconfirmInvolvement(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.involvement SET confirmed_at = NULL WHERE child_id = @child AND involvement_id = @id", "child", "id");

    public static DbCommand ConfirmInvolvement(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.involvement SET confirmed_at = @at WHERE child_id = @child AND involvement_id = @id AND confirmed_at IS NULL", "at", "child", "id");

    public static DbCommand InsertChange(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.child_change (child_id, at) VALUES (@child, @at)", "child", "at");
}
