using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Kernel.Tests.Access;

[Trait("Rule", "USR-11"), Trait("Asvs", "2.3.5")]
public sealed class TwoPersonActTests
{
    [Fact]
    public async Task NeitherTheProposer_NorSomebodyNotEntitled_Confirms()
    {
        await using var desk = await Desk.StartAsync();
        var proposal = (await desk.Acts.ProposeAsync(desk.Officer, "lift", "what")).Value;
        (await desk.Acts.ConfirmAsync(desk.Officer, proposal)).Error!.Code.ShouldBe("act.same-person");
        (await desk.Acts.ConfirmAsync(desk.Nurse, proposal)).Error!.Code.ShouldBe("act.not-entitled");
        (await desk.Acts.ProposeAsync(desk.Nurse, "lift", "what")).Error!.Code.ShouldBe("act.not-entitled");
        (await desk.Acts.ProposeAsync(desk.Officer, "unknown", "what")).Error!.Code.ShouldBe("act.not-entitled");
        (await desk.Acts.ProposeAsync(desk.Officer, "lift", new string('x', 4_001))).Error!.Code.ShouldBe("act.too-long");
        desk.Act.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnExpiredProposal_IsNotConfirmed()
    {
        await using var desk = await Desk.StartAsync();
        var proposal = (await desk.Acts.ProposeAsync(desk.Officer, "lift", "what")).Value;
        desk.Host.Clock.Advance(TimeSpan.FromHours(2));
        var later = await desk.Host.Users.CallerAsync(desk.SecondUser);
        (await desk.Acts.ConfirmAsync(later, proposal)).Error!.Code.ShouldBe("act.not-open");
    }

    [Fact, Trait("Rule", "USR-10")]
    public async Task WithoutAFreshCode_NothingIsProposedOrConfirmed()
    {
        await using var desk = await Desk.StartAsync();
        var proposal = (await desk.Acts.ProposeAsync(desk.Officer, "lift", "what")).Value;
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(6));
        (await desk.Acts.ProposeAsync(desk.Officer, "lift", "what")).Error!.Code.ShouldBe("act.step-up");
        (await desk.Acts.ConfirmAsync(desk.Second, proposal)).Error!.Code.ShouldBe("act.step-up");
    }

    [Fact, Trait("Invariant", "I-30")]
    public async Task ASecondPerson_ConfirmsOnce_HoweverOftenTheyPress()
    {
        await using var desk = await Desk.StartAsync();
        var proposal = (await desk.Acts.ProposeAsync(desk.Officer, "lift", "shield 7")).Value;
        var presses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => desk.Acts.ConfirmAsync(desk.Second, proposal))));
        presses.Count(press => press.Succeeded).ShouldBe(1);
        desk.Act.Done.ShouldBe(["shield 7"]);
        (await desk.CountAsync(AuditEvents.ActConfirmed)).ShouldBe(50);
    }

    private sealed class LiftAct : ITwoPersonAct
    {
        public List<string> Done { get; } = [];

        public string Kind => "lift";

        public TimeSpan Expiry => TimeSpan.FromHours(1);

        public bool MayPropose(CallerContext caller) => caller.Holds(Role.ShieldOfficer);

        public bool MayConfirm(CallerContext caller) => caller.Holds(Role.ShieldOfficer);

        public ValueTask ExecuteAsync(string payload, IUnitOfWork unit)
        {
            Done.Add(payload);
            return ValueTask.CompletedTask;
        }
    }

    private sealed record Desk(KernelHost Host, LiftAct Act, CallerContext Officer, CallerContext Second, CallerContext Nurse, TestUser SecondUser) : IAsyncDisposable
    {
        public ITwoPersonActs Acts => Host.Get<ITwoPersonActs>();

        public static async Task<Desk> StartAsync()
        {
            var act = new LiftAct();
            var directory = new FakeDirectory();
            var host = await KernelHost.StartAsync(services =>
            {
                directory.AddTo(services);
                services.AddSingleton<ITwoPersonAct>(act);
            });
            var second = await host.Users.CreateAsync(Agency.Administration, Role.ShieldOfficer);
            return new Desk(
                host, act,
                await host.Users.CallerAsync(await host.Users.CreateAsync(Agency.Administration, Role.ShieldOfficer)),
                await host.Users.CallerAsync(second),
                await host.Users.CallerAsync(await host.Users.CreateAsync()), second);
        }

        public Task<int> CountAsync(AuditEventType type) =>
            Host.Get<IUnitOfWorkFactory>().ReadAsync(unit =>
            {
                var count = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @code", "code");
                count.Parameters[0].Value = type.Code;
                return ValueTask.FromResult(Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
            });

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
