using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Notes;
using ContactPoint.Ledger.Verification;

namespace ContactPoint.Ledger.Tests.Verification;

[Trait("Rule", "AUD-2")]
[Trait("Invariant", "I-23")]
public class LedgerVerifierTests
{
    private readonly SampleLog _log = SampleLog.Create(new Random(7), 30, 4);

    [Fact]
    public void WholeLog_IsGood_AndCounted()
    {
        var report = SampleLog.Verify(_log.Write(), _log.Options(mac: true));
        report.Problems.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        (report.Ok, report.Entries, report.Sealed, report.Tail, report.ProvenSize).ShouldBe((true, 34, 30, 4, 30));
        report.Checkpoints.ShouldBe(_log.Checkpoints.Count);
        report.Origin.ShouldBe(SampleLog.Origin);
    }

    [Fact]
    public void EmptyLog_IsGood()
    {
        var empty = SampleLog.Create(new Random(7), 0, 0);
        SampleLog.Verify(empty.Write(), empty.Options(mac: true)).Ok.ShouldBeTrue();
    }

    [Fact]
    public void PurgedPayloads_LeaveTheProofWhole()
    {
        for (var i = 0; i < 30; i++)
            _log.Sealed[i] = _log.Sealed[i] with { Salt = default, Payload = default };
        var report = SampleLog.Verify(_log.Write(), _log.Options());
        report.Ok.ShouldBeTrue();
        report.ProvenSize.ShouldBe(30);
        report.WithoutPayload.ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public void NoTrustedKey_OrShortMacKey_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new LedgerVerifier(new LedgerVerifierOptions { TrustedKeys = [] }));
        Should.Throw<ArgumentException>(() => new LedgerVerifier(_log.Options() with { MacKeys = [new byte[31]] }));
    }

    [Fact]
    public void CheckpointsByAnotherKey_ProveNothing_WhateverTheHeaderSays()
    {
        using var thief = NoteSigningKey.Generate(SampleLog.Origin);
        var report = SampleLog.Verify(_log.Write(), new LedgerVerifierOptions { TrustedKeys = [thief.VerifierKey] });
        report.Ok.ShouldBeFalse();
        report.ProvenSize.ShouldBe(0);
        report.Problems.ShouldContain(p => p.Kind == ProblemKind.CheckpointInvalid);
        report.Problems.ShouldContain(p => p.Kind == ProblemKind.NotCovered);
    }

    [Fact]
    public void AllCheckpointsTakenOut_IsNoProof()
    {
        _log.Checkpoints.Clear();
        var report = SampleLog.Verify(_log.Write(), _log.Options(held: false, mac: true));
        report.Ok.ShouldBeFalse();
        report.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.NotCovered);
    }

    [Fact]
    public void CutBackToAnEarlierCheckpoint_IsSeenOnlyWithAHeldOne()
    {
        var options = _log.Options();
        var size = _log.Checkpoints[0].Size;
        _log.Checkpoints.RemoveRange(1, _log.Checkpoints.Count - 1);
        _log.Sealed.RemoveRange(size, 30 - size);
        _log.Tail.Clear();
        var unheld = SampleLog.Verify(_log.Write(), _log.Options(held: false));
        unheld.Ok.ShouldBeTrue();
        unheld.Warnings.ShouldContain(w => w.StartsWith("No held checkpoint", StringComparison.Ordinal));
        var held = SampleLog.Verify(_log.Write(), options);
        held.Ok.ShouldBeFalse();
        held.FirstBadEntry!.LeafNumber.ShouldBe(size);
        held.FirstBadEntry.Kind.ShouldBe(ProblemKind.Truncated);
    }

    [Fact]
    public void HeldCheckpointBetweenTheExportsOwn_IsComparedToo()
    {
        var held = SampleLog.Sign(_log.Sealed.Take(_log.Checkpoints[^1].Size - 1));
        var options = _log.Options() with { HeldCheckpoints = [_log.Checkpoints[0].Note, held] };
        SampleLog.Verify(_log.Write(), options).Ok.ShouldBeTrue();
        var other = SampleLog.Sign(_log.Sealed.Take(_log.Checkpoints[^1].Size - 2).Append(_log.Sealed[0]));
        SampleLog.Verify(_log.Write(), options with { HeldCheckpoints = [other] }).Ok.ShouldBeFalse();
    }

    [Fact]
    public void SecondHistorySignedByTheSameKey_IsAFork_EvenIfWholeInItself()
    {
        var random = new Random(11);
        for (var at = 0; at < 30; at++)
        {
            var fork = _log.Copy();
            for (var i = at; i < 30; i++)
                fork.Sealed[i] = SampleLog.Entry(random, _log.MacKey, true);
            fork.RewriteSealer();
            fork.Checkpoints = [.. fork.Checkpoints.Select(c => (c.Size, SampleLog.Sign(fork.Sealed.Take(c.Size))))];
            SampleLog.Verify(fork.Write(), fork.Options()).Ok.ShouldBeTrue("the fork is good by its own checkpoints");
            var report = SampleLog.Verify(fork.Write(), _log.Options());
            report.Ok.ShouldBeFalse();
            report.FirstBadEntry!.Kind.ShouldBe(ProblemKind.Fork);
            at.ShouldBeInRange((int)report.FirstBadEntry.RangeStart, (int)report.FirstBadEntry.RangeEnd - 1);
            // Held leaf hashes, where there are some, name the very entry.
            var named = SampleLog.Verify(fork.Write(), _log.Options() with { HeldLeafHash = leaf => _log.Sealed[(int)leaf].RecordedHash });
            named.FirstBadEntry!.LeafNumber.ShouldBe(at);
        }
    }

    [Fact]
    public void TwoCheckpointsOfOneSize_InOneExport_AreAFork()
    {
        var size = _log.Checkpoints[0].Size;
        var other = SampleLog.Sign(_log.Sealed.Skip(1).Take(size));
        _log.Checkpoints.Insert(1, (size, other));
        var report = SampleLog.Verify(_log.Write(), _log.Options());
        report.Problems.ShouldContain(p => p.Kind == ProblemKind.Fork);
    }

    [Fact]
    public void RewrittenEntry_IsNamedExactlyByTheHolderOfTheMacKey()
    {
        _log.Sealed[17] = _log.Sealed[17] with { PublicPart = new byte[] { 1, 2, 3 } };
        _log.RewriteSealer();
        var without = SampleLog.Verify(_log.Write(), _log.Options());
        without.FirstBadEntry!.IsExact.ShouldBeFalse();
        var with = SampleLog.Verify(_log.Write(), _log.Options(mac: true));
        with.FirstBadEntry!.Kind.ShouldBe(ProblemKind.MacWrong);
        (with.FirstBadEntry.LeafNumber, with.FirstBadEntry.Id).ShouldBe((17, _log.Sealed[17].Id));
    }

    [Fact]
    public void MovedEntry_IsNamedWithItsId()
    {
        var moved = _log.Sealed[5];
        _log.Sealed.RemoveAt(5);
        _log.Sealed.Insert(20, moved);
        var first = SampleLog.Verify(_log.Write(), _log.Options()).FirstBadEntry!;
        (first.Kind, first.LeafNumber, first.Id).ShouldBe((ProblemKind.EntryOutOfOrder, 5, moved.Id));
    }

    [Fact]
    public void AlteredEntry_IsNamedWithItsId_AndTheRestStaysProven()
    {
        _log.Sealed[5] = _log.Sealed[5] with { PublicPart = new byte[] { 1 } };
        var report = SampleLog.Verify(_log.Write(), _log.Options());
        report.Problems.ShouldHaveSingleItem().Message.ShouldBe($"Entry 5 ({_log.Sealed[5].Id}) is not the entry that was sealed under this number.");
        report.ProvenSize.ShouldBe(30);
    }

    [Fact]
    public void CheckpointOfAnotherLog_OrOutOfOrder_IsRefused()
    {
        var foreign = new Checkpoint { Origin = "other", Size = 3, Root = default }.Sign(SampleLog.Key);
        var log = _log.Copy();
        log.Checkpoints.Insert(0, (0, foreign));
        SampleLog.Verify(log.Write(), log.Options()).Problems.ShouldContain(p => p.Kind == ProblemKind.CheckpointInvalid);
        SampleLog.Verify(_log.Write(), _log.Options() with { HeldCheckpoints = [_log.Checkpoints[0].Note, foreign] }).Ok.ShouldBeFalse();
        SampleLog.Verify(_log.Write(), _log.Options() with { HeldCheckpoints = ["not a note"] }).Ok.ShouldBeFalse();
        SampleLog.Verify(_log.Write(), _log.Options(held: false) with { Origin = "other" }).Ok.ShouldBeFalse();
        _log.Checkpoints.Add(_log.Checkpoints[0]);
        SampleLog.Verify(_log.Write(), _log.Options()).Problems.ShouldContain(p => p.Kind == ProblemKind.CheckpointInvalid);
    }

    [Fact]
    public void TailWithoutMacKey_IsNotSaidToBeProven()
    {
        var report = SampleLog.Verify(_log.Write(), _log.Options());
        report.Ok.ShouldBeTrue();
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("4 entries are not sealed yet");
    }

    [Fact]
    public void StatementsGoneForgedOrDoubled_AreFound()
    {
        var none = _log.Copy();
        none.Statements.Clear();
        SampleLog.Verify(none.Write(), none.Options(mac: true)).FirstBadEntry!.Kind.ShouldBe(ProblemKind.TailIncomplete);
        var forged = _log.Copy();
        forged.Statements[0] = forged.Statements[0] with { Count = forged.Statements[0].Count + 1 };
        SampleLog.Verify(forged.Write(), forged.Options(mac: true)).Problems.ShouldContain(p => p.Kind == ProblemKind.StatementInvalid);
        var doubled = _log.Copy();
        doubled.Statements.Add(doubled.Statements[0]);
        SampleLog.Verify(doubled.Write(), doubled.Options(mac: true)).Problems.ShouldContain(p => p.Kind == ProblemKind.StatementInvalid);
    }

    [Fact]
    public void TailRolledBackWithAnOldStatement_IsFoundByTheHeldOne()
    {
        var held = _log.Statements;
        var empty = default(MacSum);
        var old = _log.Copy();
        old.Tail.Clear();
        var sum = old.Sealed.Aggregate(empty, (s, e) => s.Add(e.Mac));
        old.Statements = [TailStatement.Create(_log.MacKey, "node-a", 30, sum), TailStatement.Create(_log.MacKey, "node-b", 0, empty)];
        SampleLog.Verify(old.Write(), old.Options(mac: true)).Ok.ShouldBeTrue();
        SampleLog.Verify(old.Write(), old.Options(mac: true) with { HeldStatements = held }).Ok.ShouldBeFalse();
        SampleLog.Verify(_log.Write(), _log.Options(mac: true) with { HeldStatements = held }).Ok.ShouldBeTrue();
    }

    [Fact]
    public void MacKeyChanged_OldEntriesAreCheckedByTheOldKey()
    {
        var newKey = SampleLog.Bytes(new Random(3), 32);
        var entry = SampleLog.Entry(new Random(4), newKey, true);
        var statement = _log.Statements[0];
        _log.Tail.Add(entry);
        _log.Statements[0] = TailStatement.Create(newKey, statement.Writer, statement.Count + 1, statement.Sum.Add(entry.Mac));
        SampleLog.Verify(_log.Write(), _log.Options(mac: true)).Ok.ShouldBeFalse();
        SampleLog.Verify(_log.Write(), _log.Options(mac: true) with { MacKeys = [newKey, _log.MacKey] }).Ok.ShouldBeTrue();
    }

    [Fact]
    public void IdUsedTwice_IsFound_AndALimitIsSaid()
    {
        _log.Tail.Add(_log.Sealed[3] with { LeafNumber = null, RecordedHash = null });
        var report = SampleLog.Verify(_log.Write(), _log.Options());
        (report.FirstBadEntry!.Kind, report.FirstBadEntry.Id).ShouldBe((ProblemKind.EntryRepeated, _log.Sealed[3].Id));
        var limited = SampleLog.Verify(_log.Write(), _log.Options() with { MaxTrackedIds = 2 });
        limited.Warnings.ShouldContain(w => w.Contains("ids were remembered", StringComparison.Ordinal));
    }

    [Fact]
    public void TailEntryExchangedForAnotherOfTheKeyHolder_IsFoundByTheSum()
    {
        var other = SampleLog.Entry(new Random(8), _log.MacKey, true);
        _log.Tail[1] = other;
        var report = SampleLog.Verify(_log.Write(), _log.Options(mac: true));
        report.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.TailIncomplete);
    }

    [Fact]
    public void EarlierRangeFoundLater_ComesBeforeALaterEntry()
    {
        var held = _log.Checkpoints[0];
        _log.Sealed[0] = SampleLog.Entry(new Random(8), _log.MacKey, true);
        _log.RewriteSealer();
        _log.Checkpoints = [.. _log.Checkpoints.Select(c => (c.Size, SampleLog.Sign(_log.Sealed.Take(c.Size))))];
        _log.Sealed[29] = _log.Sealed[29] with { PublicPart = new byte[] { 1 } };
        var report = SampleLog.Verify(_log.Write(), _log.Options() with { HeldCheckpoints = [held.Note] });
        report.Problems[0].Entry!.LeafNumber.ShouldBe(29);
        (report.FirstBadEntry!.Kind, report.FirstBadEntry.RangeStart, report.FirstBadEntry.RangeEnd).ShouldBe((ProblemKind.Fork, 0, held.Size));
    }

    [Fact]
    public void ManyFaults_AreCounted_TheFirstHundredKept()
    {
        var log = SampleLog.Create(new Random(9), 250, 0);
        for (var i = 40; i < 250; i++)
            log.Sealed[i] = log.Sealed[i] with { PublicPart = new byte[] { 9 } };
        var report = SampleLog.Verify(log.Write(), log.Options());
        (report.Problems.Count, report.ProblemCount, report.FirstBadEntry!.LeafNumber).ShouldBe((100, 210, 40));
    }

    [Fact]
    public async Task Progress_EndsWithTheNumberOfEntries()
    {
        var seen = new List<long>();
        using var stream = new MemoryStream(_log.Write());
        await LedgerVerifier.VerifyAsync(stream, _log.Options(), new Seen(seen));
        seen.ShouldBe([34]);
    }

    private sealed class Seen(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
