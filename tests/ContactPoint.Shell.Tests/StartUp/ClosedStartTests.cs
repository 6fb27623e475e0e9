using System.Net;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Shell.StartUp;
using ContactPoint.Shell.Tests.Hosting;
using ContactPoint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.StartUp;

[Trait("Invariant", "I-45")]
public sealed class ClosedStartTests
{
    [Fact]
    public async Task Start_WithoutKeys_StaysClosed()
    {
        await using var kernel = await ShellApp.KernelAsync();
        File.Delete(Path.Combine(kernel.DataDirectory, "keys", "lookup.key"));

        await RefusedAsync(kernel, "keys");
    }

    [Fact]
    public async Task Start_WithAPendingMigration_StaysClosed()
    {
        // The Kernel's tables alone: the Directory's migrations are pending.
        await using var kernel = await KernelHost.StartAsync();
        _ = kernel.Get<IAuditVerification>().PublicKey;

        await RefusedAsync(kernel, "migrations");
    }

    [Theory]
    [Trait("Asvs", "12.2.1")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("https://127.0.0.1:0;http://127.0.0.1:0")]
    [InlineData("")]
    public async Task Start_OnPlainHttp_StaysClosed(string urls)
    {
        await using var kernel = await ShellApp.KernelAsync();
        var host = await ShellApp.BuildAsync(kernel, new Dictionary<string, string?> { ["urls"] = urls });
        await using var kept = host;

        Failures(host).ShouldContain(failure => failure.Check == "https");
    }

    [Theory]
    [Trait("Asvs", "13.2.3")]
    [InlineData("Server=db;Database=cp;User Id=cp;Password=changeme;Encrypt=true", "default-secrets")]
    [InlineData("Server=db;Database=cp;User Id=cp;Password=yourStrong(!)Password", "default-secrets")]
    [InlineData("Server=db;Database=cp;User Id=cp;Password=k3Zp0wq8;Encrypt=false", "database-line")]
    [InlineData("Server=db;Database=cp;User Id=cp;Password=k3Zp0wq8;TrustServerCertificate=true", "database-line")]
    public void Settings_ThatNoHostMayHave_AreRefused(string connection, string check) =>
        Settings(("ConnectionStrings:ContactPoint", connection), ("urls", "https://*:443")).ShouldContain(failure => failure.Check == check);

    [Fact]
    [Trait("Invariant", "I-37")]
    public void Settings_WithDetailedErrors_AreRefused() =>
        Settings(("DetailedErrors", "true"), ("urls", "https://*:443")).ShouldContain(failure => failure.Check == "detailed-errors");

    [Theory]
    [Trait("Asvs", "15.3.4")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    [InlineData("ContactPoint:KnownProxies:0", "everybody")]
    [InlineData("ContactPoint:KnownProxies:0", "0.0.0.0/0")]
    [InlineData("ContactPoint:KnownProxies", "10.0.0.5")]
    public void Settings_ThatBelieveForwardedHeadersOfAnybody_AreRefused(string key, string value) =>
        Settings((key, value), ("urls", "https://*:443")).ShouldContain(failure => failure.Check == "proxies");

    [Fact]
    public void Settings_InOrder_Pass() =>
        Settings(("ConnectionStrings:ContactPoint", "Server=db;Database=cp;User Id=cp;Password=k3Zp0wq8;Encrypt=true"), ("Kestrel:Endpoints:Web:Url", "https://*:443")).ShouldBeEmpty();

    [Fact]
    public async Task Start_OnADemoDatabase_StaysClosed()
    {
        await using var kernel = await ShellApp.KernelAsync();

        await RefusedAsync(kernel, "default-secrets", builder => builder.Services.AddSingleton<ContactPoint.Kernel.Data.Installation.ISyntheticMarker, Marked>());
    }

    [Fact]
    public async Task Start_OnABrokenLedger_StaysClosed()
    {
        await using var kernel = await ShellApp.KernelAsync();

        await RefusedAsync(kernel, "audit-log", builder => builder.Services.AddSingleton<ILedgerSealer>(new Sealer(new SealState(4, KernelHost.Start, Guid.Empty), KernelHost.Start)));
    }

    [Fact]
    public async Task Start_WithAClockBehindTheLedger_StaysClosed()
    {
        await using var kernel = await ShellApp.KernelAsync();
        var ahead = kernel.Clock.GetUtcNow().AddSeconds(31);

        await RefusedAsync(kernel, "clock", builder => builder.Services.AddSingleton<ILedgerSealer>(new Sealer(new SealState(4, KernelHost.Start, null), ahead)));
    }

    private static async Task RefusedAsync(KernelHost kernel, string check, Action<WebApplicationBuilder>? configure = null)
    {
        var host = await ShellApp.BuildAsync(kernel, configure: configure);
        await using var kept = host;
        Failures(host).Select(failure => failure.Check).ShouldBe([check]);
        await host.StartAsync();
        using var browser = new Browser(new Uri(host.Urls.First()));

        (await browser.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await browser.GetAsync("/readyz");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldStartWith($"{check}: ");
        foreach (var path in new[] { "/", "/sign-in", "/find", "/_blazor/negotiate", "/static.css" })
            (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
        (await browser.SendAsync(HttpMethod.Post, "/sign-in", new Dictionary<string, string>())).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await host.StopAsync();
    }

    private static IReadOnlyList<StartFailure> Failures(WebApplication host) => host.Services.GetService<IReadOnlyList<StartFailure>>() ?? [];

    private static StartFailure[] Settings(params (string Key, string Value)[] settings) =>
        [.. SettingChecks.Run(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build())];

    private sealed class Marked : ContactPoint.Kernel.Data.Installation.ISyntheticMarker
    {
        public Task<bool> IsSetAsync(CancellationToken cancellation = default) => Task.FromResult(true);

        public ValueTask<Sdk.Results.Result<bool>> SetAsync(Sdk.Access.JobPass pass, IUnitOfWork unit) => throw new NotSupportedException();
    }

    private sealed class Sealer(SealState state, DateTimeOffset last) : ILedgerSealer
    {
        public SealState State => state;

        public Task<DateTimeOffset?> LastEntryAsync(CancellationToken cancellation = default) => Task.FromResult<DateTimeOffset?>(last);

        public Task<SealState> SealAsync(CancellationToken cancellation = default) => Task.FromResult(state);
    }
}
