using System.Diagnostics;
using ContactPoint.Kernel.Identity;
using ContactPoint.Load.Circuits;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Session;

public sealed class RevocationTests(SharedApp shared, ITestOutputHelper output) : IClassFixture<SharedApp>
{
    private const int Tries = 20;
    private readonly ShellApp app = shared.App;

    [Fact]
    [Trait("Invariant", "I-32")]
    [Trait("Invariant", "I-09")]
    [Trait("Rule", "USR-8")]
    [Trait("Asvs", "7.4.1")]
    public async Task Revoke_AnOpenCircuit_BlanksItsPageAndCutsItsLine_InASecond()
    {
        var blank = new List<double>();
        var cut = new List<double>();
        for (var number = 0; number < Tries; number++)
        {
            var (browser, user) = await app.SignedInAsync();
            using var kept = browser;
            await using var circuit = await CircuitClient.OpenAsync(browser);
            await circuit.HearAsync("cp-frame");

            // Every other time the revocation is made by another process on the same database.
            var units = number % 2 == 0 ? app.Get<IUnitOfWorkFactory>() : app.Kernel.Get<IUnitOfWorkFactory>();
            var revocations = number % 2 == 0 ? app.Get<IRevocations>() : app.Kernel.Get<IRevocations>();
            await units.RunAsync(async unit =>
            {
                await revocations.RevokeAsync(new RevocationNotice(RevocationKind.User, user.Id), unit);
                return true;
            });
            var committed = Stopwatch.GetTimestamp();

            blank.Add(Milliseconds(committed, await circuit.HearAsync("Your session has ended", 0)));
            cut.Add(Milliseconds(committed, await circuit.Cut.WaitAsync(TimeSpan.FromSeconds(30))));
            (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/sign-in");
        }

        output.WriteLine($"Page blank: median {Median(blank):F0} ms, longest {blank.Max():F0} ms. Line cut: median {Median(cut):F0} ms, longest {cut.Max():F0} ms. {Tries} tries.");
        Median(blank).ShouldBeLessThan(1_000);
        Median(cut).ShouldBeLessThan(1_000);
        blank.Max().ShouldBeLessThan(5_000);
        cut.Max().ShouldBeLessThan(5_000);
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task Circuit_WhoseLineWasCut_CannotBeTakenUpAgain()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        await using var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");
        var session = (await app.Get<ISessions>().ValidateAsync(browser.Token!))!;

        await app.Get<ISessions>().SignOutAsync(browser.Token!);
        await circuit.HearAsync("/signed-out?reason=EndedElsewhere");

        app.Get<CircuitSecrets>().Belongs(new SessionBinding(session.Id, session.TokenId), circuit.Secret).ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Event_OfAnIdleSession_IsNotActedOn_AndThePageGoesBlank()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        await using var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");

        app.Kernel.Clock.Advance(TimeSpan.FromMinutes(16));
        await circuit.SendAsync("OnLocationChanged", new Uri(browser.Address, "/help").ToString(), null, false);

        await circuit.HearAsync("/signed-out?reason=Idle");
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task Event_OfASessionWhoseRowHasEndedWithoutAWord_IsNotActedOn()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        await using var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");
        var session = (await app.Get<ISessions>().ValidateAsync(browser.Token!))!;
        await app.Kernel.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            var end = unit.Prepare("UPDATE $kernel.session SET ended_at = started_at WHERE id = @id", "id");
            end.Parameters["@id"].Value = GuidBytes.ToBytes(session.Id);
            return await end.ExecuteNonQueryAsync();
        });
        app.Kernel.Clock.Advance(TimeSpan.FromSeconds(2));

        await circuit.SendAsync("OnLocationChanged", new Uri(browser.Address, "/help").ToString(), null, false);

        await circuit.HearAsync("/signed-out?reason=EndedElsewhere");
    }

    [Fact]
    [Trait("Invariant", "I-44")]
    public async Task Event_OfAWindowThatWasClosedForTooMany_EndsNoOtherWindow()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var session = (await app.Get<ISessions>().ValidateAsync(browser.Token!))!;
        var watch = app.Get<SessionWatch>();
        await using var firstScope = app.Host.Services.CreateAsyncScope();
        await using var secondScope = app.Host.Services.CreateAsyncScope();
        var (closed, other) = (firstScope.ServiceProvider.GetRequiredService<CircuitSession>(), secondScope.ServiceProvider.GetRequiredService<CircuitSession>());
        await closed.BindAsync(new SessionBinding(session.Id, session.TokenId), watch.Add);
        await other.BindAsync(new SessionBinding(session.Id, session.TokenId), watch.Add);
        closed.End(SignedOutReason.TooManyWindows);
        var acted = false;

        await new SessionCircuit(closed, null!, watch).CreateInboundActivityHandler(_ =>
        {
            acted = true;
            return Task.CompletedTask;
        })(null!);

        acted.ShouldBeFalse();
        other.EndedBecause.ShouldBeNull();
    }

    [Fact]
    [Trait("Invariant", "I-09")]
    public async Task Revoke_ARecord_TellsThePagesThatShowIt_AndNoOthers()
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var watch = scope.ServiceProvider.GetRequiredService<IRecordWatch>();
        var (mine, other) = (new ChildId(app.Get<IIdSource>().NewId()), new ChildId(app.Get<IIdSource>().NewId()));
        var told = new TaskCompletionSource();
        var wrong = false;
        using var first = watch.Watch(mine, () =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });
        using var second = watch.Watch(other, () =>
        {
            wrong = true;
            return Task.CompletedTask;
        });

        await app.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            await app.Get<IRevocations>().RevokeAsync(new RevocationNotice(RevocationKind.Record, mine.Value), unit);
            return true;
        });

        await told.Task.WaitAsync(TimeSpan.FromSeconds(5));
        wrong.ShouldBeFalse();
    }

    private static double Milliseconds(long from, long to) => Math.Max(0, Stopwatch.GetElapsedTime(from, Math.Max(from, to)).TotalMilliseconds);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
