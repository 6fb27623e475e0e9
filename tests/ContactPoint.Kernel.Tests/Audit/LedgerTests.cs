using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Kernel.Tests.Access;
using ContactPoint.Ledger.Notes;
using ContactPoint.Ledger.Verification;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Testing;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Kernel.Tests.Audit;

public sealed class LedgerTests
{
    [Fact, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23")]
    public async Task AnUntouchedLog_Verifies_SealedPartAndTail()
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        await fixture.SearchAsync();
        var report = await VerifyAsync(fixture.Host);
        report.Problems.ShouldBeEmpty();
        report.Sealed.ShouldBeGreaterThan(5);
        report.Tail.ShouldBeGreaterThan(0);
    }

    [Theory, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23")]
    [InlineData("UPDATE kernel_audit_entry SET user_id = zeroblob(16) WHERE id = @id")]
    [InlineData("UPDATE kernel_audit_entry SET at = at + 1 WHERE id = @id")]
    [InlineData("UPDATE kernel_audit_entry SET outcome = 1, child = NULL WHERE id = @id")]
    [InlineData("UPDATE kernel_audit_entry SET commitment = zeroblob(32) WHERE id = @id")]
    [InlineData("UPDATE kernel_audit_entry SET mac = zeroblob(32) WHERE id = @id")]
    [InlineData("DELETE FROM kernel_audit_entry WHERE id = @id")]
    public async Task AnAlteredOrDeletedSealedEntry_IsNamed(string attack)
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        var victim = (await fixture.EntriesAsync(AuditEvents.Open.Code))[1];
        await AttackAsync(fixture.Host, attack, victim.Id);
        var report = await VerifyAsync(fixture.Host);
        report.Ok.ShouldBeFalse();
        var bad = report.FirstBadEntry.ShouldNotBeNull();
        if (attack.StartsWith("UPDATE", StringComparison.Ordinal)) bad.Id.ShouldBe(victim.Id);
        else bad.LeafNumber.ShouldNotBeNull();
    }

    [Theory, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23")]
    [InlineData("UPDATE kernel_audit_leaf SET child = NULL WHERE entry_id = @id")]
    [InlineData("UPDATE kernel_audit_leaf SET user_id = zeroblob(16) WHERE entry_id = @id")]
    [InlineData("UPDATE kernel_audit_leaf SET entry_no = -1 WHERE entry_id = @id")]
    public async Task ALeafByWhichAReviewerWouldNotFindItsEntry_IsNamed(string attack)
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        await AttackAsync(fixture.Host, attack, (await fixture.EntriesAsync(AuditEvents.Open.Code))[1].Id);
        var report = await VerifyAsync(fixture.Host);
        report.Ok.ShouldBeFalse();
        report.FirstBadEntry.ShouldNotBeNull().LeafNumber.ShouldNotBeNull();
    }

    [Theory, Trait("Rule", "AUD-2"), Trait("Rule", "AUD-3"), Trait("Invariant", "I-23")]
    [InlineData(-1)]
    [InlineData(9_000_000_000)]
    public async Task ALeafThatNobodySigned_HidesNoEntry_FromTheSealerTheReviewerOrTheVerifier(long number)
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        await fixture.OpenAsync(fixture.Directory.Add("Osborne", "Hidden"));
        var victim = (await fixture.EntriesAsync(AuditEvents.Open.Code))[^1];
        const string Decoy = "INSERT OR REPLACE INTO kernel_audit_leaf (number, entry_no, entry_id, user_id, hash) ";
        await ExecuteAsync(fixture.Host, $"{Decoy} SELECT {number}, no, zeroblob(16), zeroblob(16), zeroblob(32) FROM kernel_audit_entry WHERE id = @id", victim.Id);

        var state = await fixture.Host.Get<ILedgerSealer>().SealAsync();

        state.BrokenEntry.ShouldBe(victim.Id);
        var reviewer = await fixture.Host.Users.CallerAsync(await fixture.Host.Users.CreateAsync(Agency.Administration, Role.SecurityReviewer));
        var found = (await fixture.Host.Get<IAuditReview>().ListAsync(reviewer, new AuditFilter { Child = victim.Child })).Value;
        found.Lines.ShouldHaveSingleItem().Id.ShouldBe(victim.Id);
    }

    [Fact, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23")]
    public async Task AnEntryThatTheSealerHasPassed_IsNoTail_ButAFinding()
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        await fixture.OpenAsync(fixture.Directory.Add("Osborne", "Hidden"));
        await AttackAsync(fixture.Host, "UPDATE kernel_audit_entry SET no = -5 WHERE id = @id", (await fixture.EntriesAsync())[^1].Id);
        await fixture.OpenAsync(fixture.Directory.Add("Osborne", "Later"));
        await fixture.Host.Get<ILedgerSealer>().SealAsync();

        (await VerifyAsync(fixture.Host)).Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.NotCovered);
    }

    [Fact, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23")]
    public async Task ACopyOfASealedEntry_StopsTheSealer_WhichNamesIt()
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        var victim = (await fixture.EntriesAsync())[1];
        const string Columns = "id, at, event_code, outcome, user_id, organisation_id, authority, child, purpose, relationship, policy_version, commitment, sealed_payload, mac";
        await ExecuteAsync(fixture.Host, $"INSERT INTO kernel_audit_entry ({Columns}) SELECT {Columns} FROM kernel_audit_entry WHERE id = @id", victim.Id);

        var state = await fixture.Host.Get<ILedgerSealer>().SealAsync();

        state.BrokenEntry.ShouldBe(victim.Id);
        (await VerifyAsync(fixture.Host)).Ok.ShouldBeFalse();
    }

    [Fact, Trait("Rule", "AUD-2"), Trait("Invariant", "I-23")]
    public async Task ADeletedEntryOfTheTail_IsFoundByTheWritersStatement()
    {
        await using var fixture = await BusyAsync();
        await AttackAsync(fixture.Host, "DELETE FROM kernel_audit_entry WHERE id = @id", (await fixture.EntriesAsync())[^1].Id);
        (await VerifyAsync(fixture.Host)).Ok.ShouldBeFalse();
    }

    [Fact, Trait("Rule", "AUD-2")]
    public async Task AnEntryAlteredBeforeItWasSealed_StopsTheSealer_WhichNamesIt()
    {
        await using var fixture = await BusyAsync();
        var victim = (await fixture.EntriesAsync())[2];
        await AttackAsync(fixture.Host, "UPDATE kernel_audit_entry SET at = at + 1 WHERE id = @id", victim.Id);
        var state = await fixture.Host.Get<ILedgerSealer>().SealAsync();
        state.BrokenEntry.ShouldBe(victim.Id);
        state.Size.ShouldBe(2);
    }

    [Fact, Trait("Rule", "AUD-2")]
    public async Task TheDatabase_RefusesToChangeOrDeleteEntries_ButLetsAPayloadBePurged_AndTheProofHolds()
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        var entry = (await fixture.EntriesAsync())[0];
        await Should.ThrowAsync<SqliteException>(() => ExecuteAsync(fixture.Host, "UPDATE kernel_audit_entry SET at = 0 WHERE id = @id", entry.Id));
        await Should.ThrowAsync<SqliteException>(() => ExecuteAsync(fixture.Host, "DELETE FROM kernel_audit_entry WHERE id = @id", entry.Id));
        await ExecuteAsync(fixture.Host, "UPDATE kernel_audit_entry SET sealed_payload = NULL WHERE id = @id", entry.Id);
        (await VerifyAsync(fixture.Host)).Ok.ShouldBeTrue();
    }

    [Fact, Trait("Invariant", "I-24")]
    public async Task Checkpoints_AreShippedToTwoPlaces_AndACutBackLogFailsAgainstAHeldOne()
    {
        await using var fixture = await BusyAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        var held = Directory.GetFiles(Path.Combine(fixture.Host.DataDirectory, "checkpoints"), "*.note").ShouldHaveSingleItem();
        await fixture.SearchAsync();
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        var notes = Directory.GetFiles(Path.Combine(fixture.Host.DataDirectory, "checkpoints"), "*.note").Order().ToArray();
        notes.Length.ShouldBe(2);
        (await VerifyAsync(fixture.Host, await File.ReadAllTextAsync(notes[1]), await File.ReadAllTextAsync(held))).Ok.ShouldBeTrue();

        // Everything after the first checkpoint is taken out, leaf, checkpoint and all: only the held note tells.
        await AttackAsync(fixture.Host, "DELETE FROM kernel_audit_entry WHERE id IN (SELECT entry_id FROM kernel_audit_leaf WHERE number >= (SELECT MIN(size) FROM kernel_audit_checkpoint))", Guid.Empty);
        await ExecuteAsync(fixture.Host, "DELETE FROM kernel_audit_leaf WHERE number >= (SELECT MIN(size) FROM kernel_audit_checkpoint)", Guid.Empty);
        await ExecuteAsync(fixture.Host, "DELETE FROM kernel_audit_checkpoint WHERE size > (SELECT MIN(size) FROM kernel_audit_checkpoint)", Guid.Empty);
        (await VerifyAsync(fixture.Host, await File.ReadAllTextAsync(notes[1]))).Ok.ShouldBeFalse();
    }

    [Fact, Trait("Invariant", "I-22"), Trait("Rule", "AUD-1")]
    public async Task AnEntry_CommitsWithItsUnit_OrNotAtAll()
    {
        await using var fixture = await GateFixture.StartAsync();
        var before = (await fixture.EntriesAsync()).Count;
        await Should.ThrowAsync<InvalidOperationException>(() => fixture.Host.Get<Sdk.Data.IUnitOfWorkFactory>().RunAsync<bool>(async unit =>
        {
            await fixture.Host.Get<IAuditTrail>().AppendAsync(new AuditEvent { Type = AuditEvents.FeedRow, Actor = AuditActor.System, Outcome = AuditOutcome.Granted }, unit);
            throw new InvalidOperationException("The change failed.");
        }));
        (await fixture.EntriesAsync()).Count.ShouldBe(before);
        (await VerifyAsync(fixture.Host)).Ok.ShouldBeTrue();
    }

    internal static async Task<VerificationReport> VerifyAsync(KernelHost host, params string[] held)
    {
        using var export = new MemoryStream();
        await host.Get<IAuditExport>().WriteAsync(export);
        export.Position = 0;
        var options = new LedgerVerifierOptions
        {
            TrustedKeys = [NoteVerifierKey.Parse(await File.ReadAllTextAsync(Path.Combine(host.DataDirectory, "keys", "ledger-verifier.txt")))],
            MacKeys = [host.Get<KeyRing>().Mac],
            HeldCheckpoints = held,
        };
        return await LedgerVerifier.VerifyAsync(export, options);
    }

    private static async Task<GateFixture> BusyAsync()
    {
        var fixture = await GateFixture.StartAsync();
        for (var i = 0; i < 4; i++) await fixture.OpenAsync(fixture.Directory.Add("Osborne", "J" + i));
        return fixture;
    }

    private static async Task AttackAsync(KernelHost host, string attack, Guid id)
    {
        foreach (var table in new[] { "entry", "leaf", "node", "checkpoint" })
        {
            await ExecuteAsync(host, $"DROP TRIGGER kernel_audit_{table}_no_update", id);
            await ExecuteAsync(host, $"DROP TRIGGER kernel_audit_{table}_no_delete", id);
        }

        await ExecuteAsync(host, attack, id);
    }

    private static async Task ExecuteAsync(KernelHost host, string sql, Guid id)
    {
        await using var connection = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The attacks are written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@id", id.ToByteArray(bigEndian: true));
        await command.ExecuteNonQueryAsync();
    }
}
