using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Tests;

public sealed class LoadModeTests
{
    private const string Fact = "SELECT COUNT(*) FROM kernel_installation WHERE name = 'unflushed-since'";

    [Fact]
    public async Task WithoutAnUnfinishedLoad_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        (await ActAsync(place, (host, pass) => host.Get<ILoadMode>().BeginAsync(pass))).Error!.Code.ShouldBe("load-mode.not-noted");
        place.Ask<string>("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task AnotherJob_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        var refused = await ActAsync(place, (host, pass) => host.Get<ILoadMode>().BeginAsync(pass), JobName.IndexBuild);
        refused.Error.ShouldBe(GateErrors.NoSuchJob);
    }

    [Fact]
    public async Task WhileItLasts_NoLoadIsDone_AndAfterIt_EveryCommitIsFlushedAgain()
    {
        using var place = await new Installation().MigratedAsync();
        await ActAsync<bool>(place, async (host, pass) =>
        {
            await NoteAsync(host, pass, "somewhere");
            (await host.Get<ILoadMode>().BeginAsync(pass)).Succeeded.ShouldBeTrue();
            (await PragmaAsync(host, "synchronous")).ShouldBe("0");
            (await PragmaAsync(host, "journal_mode")).ShouldBe("truncate");
            await Should.ThrowAsync<InvalidOperationException>(() => NoteAsync(host, pass, null));
            await host.Get<ILoadMode>().EndAsync();
            (await PragmaAsync(host, "synchronous")).ShouldBe("2");
            (await PragmaAsync(host, "journal_mode")).ShouldBe("wal");
            (await PragmaAsync(host, "foreign_keys")).ShouldBe("1");
            await NoteAsync(host, pass, null);
            return true;
        });
        place.Ask<long>(Fact).ShouldBe(0);
    }

    [Fact]
    public async Task WhereAnotherProcessHasTheDatabaseOpen_ItsLogIsKept_AndFlushedBeforeItIsCopied()
    {
        using var place = await new Installation().MigratedAsync();
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={place.DatabaseFile};Pooling=False");
        await other.OpenAsync();
        await using var looks = other.CreateCommand();
        looks.CommandText = "SELECT COUNT(*) FROM kernel_installation";
        await looks.ExecuteScalarAsync();
        await ActAsync<bool>(place, async (host, pass) =>
        {
            await NoteAsync(host, pass, "somewhere");
            (await host.Get<ILoadMode>().BeginAsync(pass)).Succeeded.ShouldBeTrue();
            (await PragmaAsync(host, "synchronous")).ShouldBe("1");
            (await PragmaAsync(host, "journal_mode")).ShouldBe("wal");
            await host.Get<ILoadMode>().EndAsync();
            return true;
        });
        (await looks.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    public async Task AfterTheMachineStopped_NoLoadGoesOn()
    {
        using var place = await new Installation().MigratedAsync();
        await ActAsync<bool>(place, async (host, pass) =>
        {
            await NoteAsync(host, pass, "1 5 9000 40");
            return true;
        });
        place.Tamper("INSERT INTO kernel_installation (name, value) VALUES ('unflushed-since', 'another start')");
        (await place.RunAsync("generate", "--children", "9000", "--seed", "5", "--into-database", "--json")).ErrorCode.ShouldBe("load-mode.stopped");
        place.Ask<long>(Fact).ShouldBe(1);
    }

    private static async Task<Result<T>> ActAsync<T>(Installation place, Func<ToolHost, JobPass, Task<Result<T>>> act, JobName? job = null)
    {
        await using var host = ToolHost.Open(new DataPlace(place.Data, null));
        return await host.ActAsync(
            async caller => await act(host, (await host.Get<IRecordGate>().BeginJobAsync(caller, job ?? JobName.SyntheticLoad, CancellationToken.None)).Value), CancellationToken.None);
    }

    private static Task<Result<bool>> NoteAsync(ToolHost host, JobPass pass, string? place) =>
        host.Get<IUnitOfWorkFactory>().RunAsync(unit => host.Get<IUnfinishedLoad>().WriteAsync(pass, place, unit));

    private static Task<string> PragmaAsync(ToolHost host, string name) => host.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        Convert.ToString(await unit.Prepare($"PRAGMA {name}").ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!);
}
