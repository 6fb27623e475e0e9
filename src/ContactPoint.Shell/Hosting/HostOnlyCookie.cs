namespace ContactPoint.Shell.Hosting;

/// <summary>
/// A cookie of this host alone: <c>__Host-</c> prefix, Secure, HttpOnly, SameSite=Strict, whatever the scheme of the request.
/// Browsers take Secure cookies from http://localhost too, which is all that Development needs; the framework's own
/// <see cref="CookieSecurePolicy.Always"/> would refuse the request there.
/// </summary>
internal sealed class HostOnlyCookie : CookieBuilder
{
    public HostOnlyCookie(string name)
    {
        Name = name;
        Path = "/";
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.None;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        options.Path = "/";
        return options;
    }
}
