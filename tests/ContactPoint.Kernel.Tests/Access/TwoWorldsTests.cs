using System.Text.Json;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using ContactPoint.Testing;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Kernel.Tests.Access;

/// <summary>
/// Two databases that differ only in what a shield hides answer any trace of requests byte for byte alike. World A holds the secret child,
/// world B does not (concealed, no-contact) or holds it with other hidden fields (masked).
/// </summary>
public sealed class TwoWorldsTests
{
    private const int Traces = 500;
    private const string HomeOfOne = "M5 4WT";
    private const string HomeOfOther = "CT1 2EH";

    [Fact, Trait("Invariant", "I-01"), Trait("Invariant", "I-12"), Trait("Invariant", "I-15"), Trait("Rule", "SHD-10"), Trait("Rule", "SHD-11"), Trait("Rule", "SEA-6")]
    public async Task AConcealedChild_AndTheChildOfANoContactPair_ChangeNoByteOfAnyTrace()
    {
        await using var with = await World.StartAsync();
        await using var without = await World.StartAsync(with);
        var secrets = new[] { with.AddSecret(ShieldLevel.Concealed, barred: false), with.AddSecret(ShieldLevel.None, barred: true) };
        await CompareAsync(with, without, secrets);
    }

    [Fact, Trait("Invariant", "I-02"), Trait("Invariant", "I-14"), Trait("Rule", "SHD-2"), Trait("Rule", "SEA-5")]
    public async Task HiddenFieldsOfAMaskedChild_ChangeNoByteOfAnyTrace()
    {
        await using var first = await World.StartAsync();
        await using var second = await World.StartAsync(first);
        var id = new ChildId(Guid.NewGuid());
        first.AddMasked(id, "Barker", HomeOfOne, "355");
        second.AddMasked(id, "Olsen", HomeOfOther, "886");
        await CompareAsync(first, second, [id]);
    }

    private static async Task CompareAsync(World first, World second, IReadOnlyList<ChildId> secrets)
    {
        var action = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9], Gen.Frequency((5, Gen.Const(Purpose.UrgentCare)), (1, Gen.Enum<Purpose>())), Gen.Frequency((5, Gen.Const(Relationship.PresentWithMe)), (1, Gen.Enum<Relationship>())));
        var traces = action.Array[1, 6].Array[Traces].Single();
        var telling = 0;
        foreach (var trace in traces)
        {
            await first.RefreshAsync();
            await second.RefreshAsync();
            var a = await first.RunAsync(trace, secrets);
            var b = await second.RunAsync(trace, secrets);
            b.ShouldBe(a);
            if (a.Contains("\"Handle\"", StringComparison.Ordinal) && a.Contains("\"Granted\"", StringComparison.Ordinal)) telling++;
        }

        telling.ShouldBeGreaterThan(Traces / 10, "Traces that disclose nothing compare nothing.");
    }

    private sealed class World(KernelHost host, FakeDirectory directory, TestUser user) : IAsyncDisposable
    {
        // With the secret child a page of the roster would be over-full: a count before the filter shows.
        private const int OrdinaryChildren = 25;

        private static readonly string[] Families = ["Osborne", "Barker", "Olsen", "Nobody", "Khan"];

        private CallerContext? caller;

        public static async Task<World> StartAsync(World? like = null)
        {
            var directory = new FakeDirectory();
            var host = await KernelHost.StartAsync(
                services =>
                {
                    directory.AddTo(services);
                    services.AddSingleton<IIdSource>(new RepeatableIds("world"));
                    services.PostConfigure<KernelOptions>(options =>
                    {
                        options.Budgets.SearchesADay = options.Budgets.SearchesAnHour = options.Budgets.ChildrenADay = options.Budgets.ChildrenADayAtMost = 1_000_000;
                        if (like is not null && !Directory.Exists(options.Database.DataDirectory + "/keys")) CopyKeys(like.Host.DataDirectory, options.Database.DataDirectory);
                    });
                });
            foreach (var child in like?.Ordinary ?? Enumerable.Range(0, OrdinaryChildren).Select(i => new FakeChild(new ChildId(Guid.NewGuid()), Families[i % 3], "J" + i, 2005 + (i % 17))))
                directory.Children.Add(child.Id, child with { });
            return new World(host, directory, await host.Users.CreateAsync());
        }

        private KernelHost Host => host;

        private List<FakeChild> Ordinary => [.. directory.Children.Values];

        public ChildId AddSecret(ShieldLevel level, bool barred)
        {
            var child = directory.Add("Osborne", "Jayden");
            directory.Shields[child.Id] = new ShieldState(level, barred ? new HashSet<Guid> { user.Id } : new HashSet<Guid>());
            return child.Id;
        }

        public void AddMasked(ChildId id, string formerName, string home, string authority)
        {
            directory.Children.Add(id, new FakeChild(id, "Osborne", "Jayden", 2015) { FormerName = formerName, Home = home, Authority = new LocalAuthorityCode(authority) });
            directory.Shields[id] = new ShieldState(ShieldLevel.Masked, new HashSet<Guid>());
        }

        public async Task RefreshAsync()
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            caller ??= await host.Users.CallerAsync(user);
            await host.Get<ISessions>().TouchAsync(caller.SessionId);
            if (host.Clock.GetUtcNow() > caller.SessionEndsAt.AddMinutes(-5)) caller = await host.Users.CallerAsync(user);
        }

        public async Task<string> RunAsync((int Verb, int Argument, Purpose Purpose, Relationship Relationship)[] trace, IReadOnlyList<ChildId> secrets)
        {
            var transcript = new List<object?>();
            foreach (var (verb, argument, purpose, relationship) in trace) transcript.Add(await ActAsync(verb, argument, new AccessStatement(purpose, relationship), secrets));
            return JsonSerializer.Serialize(transcript);
        }

        private async Task<object?> ActAsync(int verb, int argument, AccessStatement statement, IReadOnlyList<ChildId> secrets)
        {
            var gate = host.Get<IRecordGate>();
            if (verb <= 1)
            {
                var criteria = new SearchCriteria { FamilyName = Families[argument % Families.Length], GivenName = "Jayden", DateOfBirth = argument < 8 ? new DateOnly(2015, 3, 14) : null, Postcode = (argument % 4) switch { 0 => HomeOfOne, 1 => HomeOfOther, _ => null } };
                var found = await gate.SearchAsync(caller!, new SearchRequest(statement, criteria));
                return found.Succeeded ? found.Value.Results.Select(result => result.Value).ToList() : found.Error;
            }

            if (verb == 2)
            {
                var listed = await gate.ListAsync(caller!, new RosterRequest(RosterKind.OwnInvolvements, argument % 2));
                return listed.Succeeded ? new { lines = listed.Value.Lines.Select(line => line.Value).ToList(), listed.Value.HasMore } : listed.Error;
            }

            var target = verb == 3 ? Ordinary[argument].Id : secrets[argument % secrets.Count];
            var opened = await gate.OpenAsync(caller!, new OpenRequest(statement, host.Get<IChildHandles>().Issue(caller!, target)));
            if (!opened.Succeeded) return opened.Error;
            var reading = await host.Get<IRecordReader>().ReadAsync(opened.Value);
            return new
            {
                opened.Value.Granted,
                opened.Value.Withheld,
                opened.Value.Version,
                parts = PartKey.Core.Select(part => reading.Value.Part<string>(part)?.Value).ToList(),
                missing = reading.Value.Missing,
            };
        }

        private static void CopyKeys(string from, string to)
        {
            Directory.CreateDirectory(Path.Combine(to, "keys"));
            foreach (var file in Directory.GetFiles(Path.Combine(from, "keys"))) File.Copy(file, Path.Combine(to, "keys", Path.GetFileName(file)));
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
