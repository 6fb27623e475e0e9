using ContactPoint.Testing;

namespace ContactPoint.Load.Seeding;

/// <summary>Practitioners who have signed in: an account and a live session each, since a user has one session at a time (USR-10).</summary>
/// <param name="users">Makes the accounts.</param>
public sealed class Seats(TestUsers users)
{
    /// <summary>The cookie that names the session; as the host writes it.</summary>
    public const string CookieName = "__Host-contactpoint";

    /// <summary>Makes accounts and signs them in.</summary>
    /// <returns>Their cookies.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(int count)
    {
        var cookies = new List<string>(count);
        for (var number = 0; number < count; number++)
            cookies.Add($"{CookieName}={(await users.SignInAsync(await users.CreateAsync())).Token}");
        return cookies;
    }
}
