namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>An attempt to sign in.</summary>
internal sealed record Attempt(string Name, string Password, string Code)
{
    /// <summary>What happens between the steps; answers the id to go on with.</summary>
    public Func<string, Task<string>>? BeforeCode { get; init; }
}

/// <summary>Every way in which a sign-in is wrong.</summary>
internal static class Situations
{
    private const string Name = "known.user";

    public static IReadOnlyDictionary<string, Func<IdentityHost, Task<Attempt>>> All { get; } = new Dictionary<string, Func<IdentityHost, Task<Attempt>>>
    {
        ["wrong password"] = async host => new(Name, "not the password at all", host.Code(await PersonAsync(host))),
        ["no password"] = async host => new(Name, string.Empty, host.Code(await PersonAsync(host))),
        ["wrong code"] = async host => new(Name, IdentityHost.Password, host.WrongCode(await PersonAsync(host))),
        ["no code"] = async host => new(Name, IdentityHost.Password, await EmptyAsync(host)),
        ["code of two steps ago"] = async host => new(Name, IdentityHost.Password, host.Code(await PersonAsync(host), -2)),
        ["code of the next step"] = async host => new(Name, IdentityHost.Password, host.Code(await PersonAsync(host), 1)),
        ["used code"] = UsedAsync,
        ["suspended"] = async host => await AfterAsync(host, person => host.Users.SuspendAsync(host.Administrator, person.Id, "test")),
        ["closed"] = async host => await AfterAsync(host, person => host.Users.CloseAsync(host.Administrator, person.Id, "test")),
        ["organisation not accredited"] = async host => await AfterAsync(host, _ => host.Users.WithdrawAccreditationAsync(host.Administrator, IdentityHost.School)),
        ["check lapsed"] = async host => await AfterAsync(host, person => host.Users.RecordEvidenceAsync(host.Administrator, person.Id, host.Evidence() with { DbsUntil = host.Clock.GetUtcNow() })),
        ["no token"] = NoTokenAsync,
        ["delayed"] = DelayedAsync,
        ["attempt expired"] = async host => new(Name, IdentityHost.Password, host.Code(await PersonAsync(host), 10))
        {
            BeforeCode = id =>
            {
                host.Clock.Advance(TimeSpan.FromMinutes(5));
                return Task.FromResult(id);
            },
        },
        ["attempt made up"] = async host => new(Name, IdentityHost.Password, host.Code(await PersonAsync(host))) { BeforeCode = _ => Task.FromResult(new string('A', 43)) },
        ["attempt not even of the form"] = async host => new(Name, IdentityHost.Password, host.Code(await PersonAsync(host))) { BeforeCode = _ => Task.FromResult(new string('\ud800', 9_000)) },
        ["tries used up"] = async host =>
        {
            var person = await PersonAsync(host);
            return new Attempt(Name, IdentityHost.Password, host.Code(person))
            {
                BeforeCode = async id =>
                {
                    for (var i = 0; i < 5; i++) await host.SignIn.CompleteAsync(id, "letters", IdentityHost.Address);
                    host.Clock.Advance(TimeSpan.FromSeconds(16));
                    return id;
                },
            };
        },
        ["system account"] = _ => Task.FromResult(new Attempt("system:command-line", IdentityHost.Password, "123456")),
    };

    private static async Task<Person> PersonAsync(IdentityHost host)
    {
        var id = await host.Users.FindAsync(host.Administrator, Name) ?? throw new InvalidOperationException("No such person.");
        var person = await host.EnrolAsync(id, Name);
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        return person;
    }

    private static async Task<string> EmptyAsync(IdentityHost host)
    {
        await PersonAsync(host);
        return string.Empty;
    }

    private static async Task<Attempt> AfterAsync(IdentityHost host, Func<Person, Task> act)
    {
        var person = await PersonAsync(host);
        await act(person);
        return new Attempt(Name, IdentityHost.Password, host.Code(person));
    }

    private static async Task<Attempt> UsedAsync(IdentityHost host)
    {
        var person = await PersonAsync(host);
        (await host.TryAsync(Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
        return new Attempt(Name, IdentityHost.Password, host.Code(person));
    }

    private static async Task<Attempt> NoTokenAsync(IdentityHost host)
    {
        (await host.Users.CreateAsync(host.Administrator, host.NewUser("no.token"), IdentityHost.Password)).Succeeded.ShouldBeTrue();
        return new Attempt("no.token", IdentityHost.Password, "123456");
    }

    private static async Task<Attempt> DelayedAsync(IdentityHost host)
    {
        var person = await PersonAsync(host);
        for (var i = 0; i < 5; i++) await host.TryAsync(Name, "not the password at all", host.Code(person));
        return new Attempt(Name, IdentityHost.Password, host.Code(person));
    }
}
