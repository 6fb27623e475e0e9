using System.Globalization;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Names;
using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Services;

/// <summary>Who works with the children of a country: schools, practices, teams and their people, as many as its children need.</summary>
public sealed class SyntheticServices
{
    private const int FirstUrn = 900_000;
    private readonly AuthorityServices[] services;
    private readonly SyntheticCountry country;

    /// <summary>Of a country.</summary>
    /// <param name="country">The country.</param>
    public SyntheticServices(SyntheticCountry country)
    {
        ArgumentNullException.ThrowIfNull(country);
        this.country = country;
        var all = Authority.All.Sum(authority => authority.Thousands);
        services = new AuthorityServices[Authority.All.Count];
        foreach (var authority in Authority.All)
        {
            services[authority.Index] = AuthorityServices.Make(authority, (double)country.ChildCount * authority.Thousands / all, OrganisationCount, PractitionerCount);
            OrganisationCount += services[authority.Index].Organisations;
            PractitionerCount += services[authority.Index].Practitioners;
        }
    }

    /// <summary>How many organisations.</summary>
    public int OrganisationCount { get; }

    /// <summary>How many practitioners.</summary>
    public int PractitionerCount { get; }

    /// <summary>Every organisation, in order of number.</summary>
    public IEnumerable<SyntheticOrganisation> Organisations() => services.SelectMany(Of);

    /// <summary>Every practitioner, in order of number.</summary>
    public IEnumerable<SyntheticPractitioner> Practitioners() =>
        services.SelectMany(own => own.Staff().SelectMany(staff => Enumerable.Range(0, staff.Count).Select(which =>
            Person(own.Practitioner(staff.Role, which), staff.Organisation(which), staff.Role))));

    /// <summary>Education and involvements of a child.</summary>
    /// <param name="child">The child.</param>
    public SyntheticCare CareOf(SyntheticChild child)
    {
        ArgumentNullException.ThrowIfNull(child);
        return CareMaker.Make(country.Seed, services[child.Household.Authority.Index], child);
    }

    private SyntheticPractitioner Person(int number, int organisation, ServiceRole role)
    {
        var dice = new Dice(Dice.Seed(country.Seed, Stream.Staff, number));
        var names = dice.Chance(0.75) ? NamePool.All[0] : dice.Pick(NamePool.All);
        return new SyntheticPractitioner(number, organisation, $"{names.Forename(dice.Chance(0.75), 2008, dice)} {names.Surnames.Draw(dice)}", role);
    }

    private IEnumerable<SyntheticOrganisation> Of(AuthorityServices own)
    {
        var name = own.Authority.Name;
        yield return new(own.Organisation(ServiceKind.Council), ServiceKind.Council, own.Authority, $"{name} Council", null);
        yield return new(own.Organisation(ServiceKind.SocialCare), ServiceKind.SocialCare, own.Authority, $"{name} Children's Social Care", null);
        yield return new(own.Organisation(ServiceKind.FamilySupport), ServiceKind.FamilySupport, own.Authority, $"{name} Family Support", null);
        yield return new(own.Organisation(ServiceKind.SchoolHealth), ServiceKind.SchoolHealth, own.Authority, $"{name} School Health Service", null);
        yield return new(own.Organisation(ServiceKind.YouthJustice), ServiceKind.YouthJustice, own.Authority, $"{name} Youth Justice Service", null);
        yield return new(own.Organisation(ServiceKind.Voluntary), ServiceKind.Voluntary, own.Authority, $"{name} Families Project", null);
        for (var i = 0; i < own.Primaries; i++) yield return Named(own, ServiceKind.Primary, i, "Primary School");
        for (var i = 0; i < own.Secondaries; i++) yield return Named(own, ServiceKind.Secondary, i, "Academy");
        for (var i = 0; i < own.Practices; i++) yield return Named(own, ServiceKind.Practice, i, "Surgery");
    }

    private SyntheticOrganisation Named(AuthorityServices own, ServiceKind kind, int which, string what)
    {
        var number = own.Organisation(kind, which);
        var dice = new Dice(Dice.Seed(country.Seed, Stream.Staff, -1L - number));

        // Numbers of schools from 900,000 on and codes of practices from Z on belong to no register.
        var code = kind == ServiceKind.Practice ? string.Create(CultureInfo.InvariantCulture, $"Z{number:D6}") : (FirstUrn + number).ToString(CultureInfo.InvariantCulture);
        return new(number, kind, own.Authority, $"{NamePool.All[0].Surnames.Draw(dice)} {(dice.Chance(0.5) ? "Road" : "Lane")} {what}", code);
    }
}
