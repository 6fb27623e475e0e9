namespace ContactPoint.Kernel.Data.Units;

/// <summary>Has something to write at the end of each commit, for all units in it together.</summary>
internal interface ICommitParticipant
{
    /// <summary>What is to be written for these units; null for nothing.</summary>
    IPendingCommit? Prepare(IReadOnlyList<UnitOfWork> units);
}

/// <summary>One commit's last write.</summary>
internal interface IPendingCommit
{
    /// <summary>Writes inside the transaction. <see cref="End"/> follows, also when this throws.</summary>
    ValueTask WriteAsync();

    /// <summary>Tells how the commit went.</summary>
    void End(bool committed);
}
