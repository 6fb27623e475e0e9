using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OtpNet;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>The Kernel on a SQLite file of its own, with a clock that the test moves. Background services run only when the test runs them.</summary>
internal sealed class IdentityHost : IAsyncDisposable
{
    public const string Password = "plum kettle umbrage forty";
    public const string Address = "192.0.2.7";

    private readonly KernelHost kernel;
    private CallerContext? administrator;

    private IdentityHost(KernelHost kernel) => this.kernel = kernel;

    public FakeTimeProvider Clock => kernel.Clock;

    public ISignIn SignIn => Get<ISignIn>();

    public ISessions Sessions => Get<ISessions>();

    public IUserAdministration Users => Get<IUserAdministration>();

    public IUnitOfWorkFactory Units => Get<IUnitOfWorkFactory>();

    public string DatabaseFile => kernel.DatabaseFile;

    public static Guid School { get; } = new("5c0015c0-0000-4000-8000-000000000001");

    /// <summary>A new database with one accredited school.</summary>
    /// <param name="iterations">Of password hashing: few, so that the tests are quick.</param>
    /// <param name="at">The time it begins at; null for the ordinary one.</param>
    public static async Task<IdentityHost> StartAsync(int iterations = 10, DateTimeOffset? at = null)
    {
        var host = new IdentityHost(await KernelHost.StartAsync(passwordIterations: iterations));
        if (at is { } time) host.Clock.AdjustTime(time);
        host.administrator = await host.kernel.SystemAsync("command-line");
        (await host.Users.AccreditAsync(host.Administrator, School, "Larkspur School")).Succeeded.ShouldBeTrue();
        return host;
    }

    /// <summary>A second host on the same database, as another process would be.</summary>
    public async Task<IdentityHost> SecondAsync(int iterations = 10) => new(await KernelHost.StartAsync(shareWith: kernel, passwordIterations: iterations));

    public CallerContext Administrator => administrator ?? throw new InvalidOperationException("The second host has no administrator.");

    public T Get<T>()
        where T : notnull => kernel.Get<T>();

    public UserEvidence Evidence() => new(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime.AddYears(-1)), Clock.GetUtcNow().AddYears(1), 1, 1);

    public NewUser NewUser(string name) => new()
    {
        UserName = name,
        DisplayName = $"Person {name}",
        OrganisationId = School,
        OrganisationName = "Larkspur School",
        Agency = Agency.Education,
        Authority = new LocalAuthorityCode("330"),
        Evidence = Evidence(),
    };

    public RoleScope Practitioner() => new()
    {
        Role = Role.Practitioner,
        Agency = Agency.Education,
        Authority = new LocalAuthorityCode("330"),
        Function = "class-teacher",
        Purposes = new HashSet<Purpose> { Purpose.ServiceProvision, Purpose.EarlyHelp },
        ExpiresAt = Clock.GetUtcNow().AddMonths(6),
    };

    /// <summary>A user who can sign in.</summary>
    public async Task<Person> AddAsync(string name)
    {
        var id = (await Users.CreateAsync(Administrator, NewUser(name), Password)).Value;
        (await Users.GrantAsync(Administrator, id, [Practitioner()])).Succeeded.ShouldBeTrue();
        return await EnrolAsync(id, name);
    }

    public async Task<Person> EnrolAsync(Guid id, string name)
    {
        var token = (await Users.EnrolTokenAsync(Administrator, id)).Value;
        return new Person(id, name, token.TokenId, Base32Encoding.ToBytes(token.Secret));
    }

    /// <summary>The code that the person's token shows, some steps from now.</summary>
    public string Code(Person person, int steps = 0) => new Totp(person.Secret).ComputeTotp(Clock.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    /// <summary>A code that is right for no step near.</summary>
    public string WrongCode(Person person)
    {
        var near = Enumerable.Range(-5, 11).Select(step => Code(person, step)).ToHashSet();
        return Enumerable.Range(0, 20).Select(number => $"{number:D6}").First(code => !near.Contains(code));
    }

    public async Task<Result<NewSession>> TryAsync(string userName, string password, string code) =>
        await SignIn.CompleteAsync(await SignIn.BeginAsync(userName, password, Address), code, Address);

    /// <summary>Signs in, a step later than any code used before.</summary>
    public async Task<NewSession> SignInAsync(Person person)
    {
        Clock.Advance(TimeSpan.FromSeconds(60));
        return (await TryAsync(person.Name, Password, Code(person))).Value;
    }

    public async Task<CallerContext?> CallerAsync(Guid session, Guid? token = null)
    {
        using var scope = kernel.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<AmbientSession>().Set(session, token);
        var caller = await scope.ServiceProvider.GetRequiredService<ICallerSource>().CurrentAsync();
        return caller.Succeeded ? caller.Value : null;
    }

    public Task<long> NumberAsync(string sql) =>
        Units.ReadAsync(async unit => Convert.ToInt64(await unit.Prepare(sql).ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));

    public Task<long> EntriesAsync(int code, int outcome) =>
        NumberAsync($"SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = {code} AND outcome = {outcome}");

    public ValueTask DisposeAsync() => kernel.DisposeAsync();
}

/// <summary>A user with the token in hand.</summary>
internal sealed record Person(Guid Id, string Name, Guid TokenId, byte[] Secret);
