using ContactPoint.Kernel;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules;
using ContactPoint.Kernel.Tests.Access;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>The sample module's part of the record, behind the real gate: decided by the same rules as the core's, and a fault of it costs nothing else.</summary>
[Trait("Rule", "MOD-2")]
public sealed class PartTests : IDisposable
{
    private static readonly PartKey Note = new("sample.note");
    private static readonly AccessStatement Care = new(Purpose.ServiceProvision, Relationship.InMyCare);

    private readonly ModuleShelf shelf = new ModuleShelf().AddSample();

    [Theory]
    [Trait("Rule", "REC-6")]
    [InlineData(Agency.SocialCare, Purpose.ServiceProvision, "Sample note: only education, health staff read it.")]
    [InlineData(Agency.Education, Purpose.UrgentCare, "Sample note: not shown for the purpose that you stated.")]
    public async Task AnotherAgencyOrPurpose_IsToldThatItIsWithheld_AndReadsNothing(Agency agency, Purpose purpose, string words)
    {
        await using var desk = await Desk.StartAsync(shelf, agency);
        var child = await desk.AddAsync("likes chess");

        var reading = await desk.ReadAsync(child, Care with { Purpose = purpose });

        reading.Pass.Withheld.Single(part => part.Part == Note).Explanation.ShouldBe(words);
        reading.Pass.Granted.ShouldNotContain(Note);
        desk.Part.Disclosed(reading).ShouldBeNull();
        reading.Missing.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "MOD-3")]
    public async Task WhereTheModuleIsOff_ItIsWithheldInSilence()
    {
        await using var desk = await Desk.StartAsync(shelf, on: false);
        var child = await desk.AddAsync("likes chess");

        var reading = await desk.ReadAsync(child);

        reading.Pass.Granted.ShouldNotContain(Note);
        reading.Pass.Granted.ShouldContain(PartKey.School);
        reading.Pass.Withheld.ShouldNotContain(part => part.Part == Note);
        desk.Part.Disclosed(reading).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    public async Task OfAMaskedChild_ItIsWithheldInSilence()
    {
        await using var desk = await Desk.StartAsync(shelf);
        var child = await desk.AddAsync("likes chess");
        desk.Directory.Shields[child.Id] = new ShieldState(ShieldLevel.Masked, new HashSet<Guid>());

        var reading = await desk.ReadAsync(child);

        reading.Pass.Granted.ShouldBe([PartKey.Identity]);
        reading.Pass.Withheld.ShouldNotContain(part => part.Part == Note);
        desk.Part.Disclosed(reading).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "SHD-10")]
    public async Task OfAConcealedChild_NothingIsAnswered()
    {
        await using var desk = await Desk.StartAsync(shelf);
        var child = await desk.AddAsync("likes chess");
        desk.Directory.Shields[child.Id] = new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>());

        (await desk.OpenAsync(child, Care)).Error.ShouldBe(GateErrors.NotAvailable);
    }

    [Fact]
    [Trait("Invariant", "I-25")]
    public async Task Granted_ItHoldsThePassesChildAlone()
    {
        await using var desk = await Desk.StartAsync(shelf);
        await desk.AddAsync("of another child");
        var child = await desk.AddAsync("likes chess");

        var reading = await desk.ReadAsync(child);

        TextOf(desk.Part.Disclosed(reading)).ShouldBe("likes chess");
        reading.Missing.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Invariant", "I-45")]
    [InlineData("throws")]
    [InlineData("nonsense")]
    public async Task AnOwnerThatFails_CostsItsPartAlone_AndIsRecorded(string note)
    {
        await using var desk = await Desk.StartAsync(shelf);
        var child = await desk.AddAsync(note);

        var reading = await desk.ReadAsync(child);

        reading.Missing.ShouldBe([Note]);
        reading.Part<string>(PartKey.School).ShouldNotBeNull();
        (await desk.FailuresAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("Invariant", "I-45")]
    public async Task AnOwnerThatHangs_CostsItsPartAlone()
    {
        await using var desk = await Desk.StartAsync(shelf);
        var child = await desk.AddAsync("hangs");

        var reading = desk.ReadAsync(child);
        while (!reading.IsCompleted && !AppContext.TryGetSwitch("ContactPoint.Modules.Sample.Hanging", out _)) await Task.Yield();
        desk.Kernel.Clock.Advance(TimeSpan.FromSeconds(5));

        (await reading).Missing.ShouldBe([Note]);
    }

    public void Dispose() => shelf.Dispose();

    // The module's types are known to nobody at compile time.
    private static string? TextOf(object? disclosed)
    {
        var part = disclosed?.GetType().GetProperty("Value")!.GetValue(disclosed);
        return (string?)part?.GetType().GetProperty("Text")!.GetValue(part);
    }

    private sealed record Desk(KernelHost Kernel, FakeDirectory Directory, LoadedPart Part, CallerContext Caller) : IAsyncDisposable
    {
        public static async Task<Desk> StartAsync(ModuleShelf shelf, Agency agency = Agency.Education, bool on = true)
        {
            var modules = await shelf.LoadAsync();
            var directory = new FakeDirectory();
            var kernel = await KernelHost.StartAsync(services =>
            {
                services.AddModules(modules).Configure<KernelOptions>(options => options.ModulesStartOn = on);
                directory.AddTo(services);
            });
            await ModuleMigrations.RunAsync(modules, kernel.Get<Migrator>(), mayMigrate: true);
            var part = modules.Ready.ShouldHaveSingleItem(modules.Statuses[0].Reason).Parts.ShouldHaveSingleItem();
            return new Desk(kernel, directory, part, await kernel.Users.CallerAsync(await kernel.Users.CreateAsync(agency)));
        }

        public async Task<FakeChild> AddAsync(string note)
        {
            var child = Directory.Add("Osborne", $"J{Directory.Children.Count}");
            await Kernel.Get<IUnitOfWorkFactory>().RunAsync(unit =>
            {
                var insert = unit.Prepare("INSERT INTO $sample.note (Id, ChildKey, Text) VALUES (@id, @child, @text)", "id", "child", "text");
                insert.Parameters["@id"].Value = GuidBytes.ToBytes(Guid.NewGuid());
                insert.Parameters["@child"].Value = GuidBytes.ToBytes(child.Id.Value);
                insert.Parameters["@text"].Value = note;
                return ValueTask.FromResult(insert.ExecuteNonQuery());
            });
            return child;
        }

        public Task<Sdk.Results.Result<RecordPass>> OpenAsync(FakeChild child, AccessStatement statement) =>
            Kernel.Get<IRecordGate>().OpenAsync(Caller, new OpenRequest(statement, Kernel.Get<IChildHandles>().Issue(Caller, child.Id)));

        public async Task<RecordReading> ReadAsync(FakeChild child, AccessStatement? statement = null) =>
            (await Kernel.Get<IRecordReader>().ReadAsync((await OpenAsync(child, statement ?? Care)).Value)).Value;

        public Task<long> FailuresAsync() => Kernel.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        {
            var command = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @code", "code");
            command.Parameters["@code"].Value = AuditEvents.PartFailed.Code;
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        });

        public ValueTask DisposeAsync() => Kernel.DisposeAsync();
    }
}
