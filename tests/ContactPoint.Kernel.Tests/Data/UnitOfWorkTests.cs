using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Units;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Tests.Data;

public sealed class UnitOfWorkTests
{
    [Fact]
    public async Task AUnitInsideAUnit_IsRefused()
    {
        await using var host = await KernelHost.StartAsync();
        var units = host.Get<IUnitOfWorkFactory>();
        await Should.ThrowAsync<InvalidOperationException>(() => units.RunAsync(async _ => await units.RunAsync(_ => ValueTask.FromResult(1))));
    }

    [Fact, Trait("Invariant", "I-22")]
    public async Task AFailingUnit_TakesNobodyElseOfItsGroupCommitWithIt()
    {
        await using var host = await KernelHost.StartAsync();
        var units = host.Get<IUnitOfWorkFactory>();
        var tasks = Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            try
            {
                await units.RunAsync(async unit =>
                {
                    await AddAsync(unit, i);
                    return i % 3 == 0 ? throw new InvalidOperationException("This unit fails.") : true;
                });
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        })).ToList();
        var done = (await Task.WhenAll(tasks)).Count(answer => answer);
        done.ShouldBe(133);
        (await CountAsync(units)).ShouldBe(133);
    }

    [Fact, Trait("Invariant", "I-22")]
    public async Task AUnitThatRanAgain_BecauseAnotherFailed_CountsOnce()
    {
        await using var host = await KernelHost.StartAsync();
        var units = host.Get<IUnitOfWorkFactory>();
        using var gate = new ManualResetEventSlim();
        var (runs, told) = (0, 0);
        var first = units.RunAsync(unit =>
        {
            gate.Wait();
            return ValueTask.FromResult(true);
        });
        var good = units.RunAsync(async unit =>
        {
            Interlocked.Increment(ref runs);
            unit.OnCommitted(() => Interlocked.Increment(ref told));
            await AddAsync(unit, 1);
            return true;
        });
        var bad = units.RunAsync<bool>(_ => throw new InvalidOperationException("This unit fails."));
        gate.Set();
        await Task.WhenAll(first, good);
        await Should.ThrowAsync<InvalidOperationException>(() => bad);

        if (host.Get<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Sqlite) runs.ShouldBe(2, "all three shared a commit");
        told.ShouldBe(1);
        (await CountAsync(units)).ShouldBe(1);
    }

    [Fact]
    public async Task AfterCommit_RunsOnlyForUnitsThatCommitted()
    {
        await using var host = await KernelHost.StartAsync();
        var units = host.Get<IUnitOfWorkFactory>();
        var told = new List<string>();
        await units.RunAsync(unit =>
        {
            unit.OnCommitted(() => told.Add("committed"));
            return ValueTask.FromResult(true);
        });
        await Should.ThrowAsync<InvalidOperationException>(() => units.RunAsync<bool>(unit =>
        {
            unit.OnCommitted(() => told.Add("failed"));
            throw new InvalidOperationException("This unit fails.");
        }));
        told.ShouldBe(["committed"]);
    }

    [Fact]
    public async Task AReader_SeesOneSnapshot_AndCannotWrite()
    {
        await using var host = await KernelHost.StartAsync();
        var units = host.Get<IUnitOfWorkFactory>();
        await units.ReadAsync(async unit =>
        {
            var before = await CountIn(unit);
            await units.RunAsync(async writer =>
            {
                await AddAsync(writer, 1);
                return true;
            });
            (await CountIn(unit)).ShouldBe(before);
            await Should.ThrowAsync<Exception>(async () => await AddAsync(unit, 2));
            return true;
        });
        (await CountAsync(units)).ShouldBe(1);
    }

    [Fact]
    public async Task ALease_IsDeadAfterItsUnit()
    {
        await using var host = await KernelHost.StartAsync();
        IUnitOfWork? kept = null;
        await host.Get<IUnitOfWorkFactory>().RunAsync(unit =>
        {
            kept = unit;
            return ValueTask.FromResult(true);
        });
        Should.Throw<ObjectDisposedException>(() => kept!.Lease<KernelContext>(DisclosureScope.None));
        Should.Throw<ObjectDisposedException>(() => kept!.Prepare("SELECT 1"));
    }

    [Fact]
    public async Task TwoProcessesOnOneDatabase_BothCommit()
    {
        await using var first = await KernelHost.StartAsync();
        await using var second = await KernelHost.StartAsync(shareWith: first);
        var writers = new[] { first, second }.SelectMany(host => Enumerable.Range(0, 50).Select(i => host.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            await AddAsync(unit, i);
            return true;
        })));
        await Task.WhenAll(writers);
        (await CountAsync(first.Get<IUnitOfWorkFactory>())).ShouldBe(100);
    }

    [Fact, Trait("Invariant", "I-21")]
    public async Task TheWriter_FlushesEachCommit_AndErasesWhatItDeletes()
    {
        await using var host = await KernelHost.StartAsync();
        Assert.SkipUnless(host.Get<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Sqlite, "SQL Server flushes by itself.");
        await host.Get<IUnitOfWorkFactory>().RunAsync(unit =>
        {
            unit.Prepare("PRAGMA journal_mode").ExecuteScalar().ShouldBe("wal");
            unit.Prepare("PRAGMA synchronous").ExecuteScalar().ShouldBe(2L, "FULL");
            unit.Prepare("PRAGMA secure_delete").ExecuteScalar().ShouldBe(1L);
            return ValueTask.FromResult(true);
        });
    }

    private static async Task AddAsync(IUnitOfWork unit, int number)
    {
        var context = unit.Lease<KernelContext>(DisclosureScope.None);
        context.Add(new UnitKey { Id = Guid.NewGuid(), At = DateTimeOffset.UnixEpoch.AddSeconds(number) });
        await context.SaveChangesAsync();
    }

    private static Task<int> CountIn(IUnitOfWork unit) => unit.Lease<KernelContext>(DisclosureScope.None).Set<UnitKey>().CountAsync();

    private static Task<int> CountAsync(IUnitOfWorkFactory units) => units.ReadAsync(async unit => await CountIn(unit));
}
