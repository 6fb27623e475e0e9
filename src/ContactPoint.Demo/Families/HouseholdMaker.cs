using ContactPoint.Demo.Country;
using ContactPoint.Demo.Names;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Families;

/// <summary>Makes households of all kinds: couples, one parent, step-families, foster carers, grandparents.</summary>
internal sealed class HouseholdMaker(Random random, DemoCountry country)
{
    private readonly NameMaker names = new(random);
    private readonly AddressMaker addresses = new(random);
    private int phone;

    public Household Next()
    {
        var locality = Locality();
        var community = names.Community();
        var family = names.Family(community);
        var household = new Household
        {
            Locality = locality,
            Community = community,
            FamilyName = family,
            Whereabouts = Whereabouts(locality.Authority),
            FormerAddresses = random.Next(12) == 0 ? [new FormerAddress(addresses.In(locality.Authority))] : [],
            Carers = [],
            Preference = random.Next(1_000),
        };
        return random.Next(100) switch
        {
            < 52 => household with { Carers = [Parent(household, Gender.Female), Parent(household, Gender.Male)] },
            < 60 => DoubleBarrelled(household),
            < 70 => household with { Carers = [Parent(household, Gender.Female, names.Family(community)), Parent(household, Gender.Male)] },
            < 84 => household with { Carers = [Parent(household, Gender.Female)] },
            < 87 => household with { Carers = [Parent(household, Gender.Male)] },
            < 96 => StepFamily(household),
            < 98 => Fostering(household),
            _ => household with { Carers = [Other(household, CarerRelationship.Grandparent, Gender.Female)] },
        };
    }

    private Locality Locality()
    {
        var at = random.Next(country.Localities.Sum(locality => locality.Authority.Share));
        foreach (var locality in country.Localities)
            if ((at -= locality.Authority.Share) < 0) return locality;
        return country.Salford;
    }

    private Whereabouts Whereabouts(DemoAuthority authority) => random.Next(250) switch
    {
        0 => new NoneKnown(),
        1 or 2 => new LastKnownAddress(addresses.In(authority)),
        3 => new LeftArea(ReturnIntent.Unknown),
        _ => new CurrentAddress(addresses.In(authority)),
    };

    private Household DoubleBarrelled(Household household)
    {
        var other = names.Family(household.Community);
        return household with
        {
            FamilyName = $"{other}-{household.FamilyName}".Replace(' ', '-'),
            Carers = [Parent(household, Gender.Female, other), Parent(household, Gender.Male)],
        };
    }

    private Household StepFamily(Household household)
    {
        var before = names.Family(names.Community());
        return household with
        {
            StepFamilyName = before == household.FamilyName ? null : before,
            Carers = [Parent(household, Gender.Female), Other(household, CarerRelationship.StepParent, Gender.Male)],
        };
    }

    private Household Fostering(Household household)
    {
        var carer = names.Family(NameLists.British);
        return household with
        {
            IsFostering = true,
            Carers =
            [
                Other(household with { FamilyName = carer, Community = NameLists.British }, CarerRelationship.FosterCarer, Gender.Female),
                new Carer
                {
                    Name = new PersonName(household.Locality.SocialCare.Name, "Children in care team"), Relationship = CarerRelationship.LocalAuthority,
                    HasParentalResponsibility = true, HasCare = false, Phone = household.Locality.SocialCare.Phone,
                },
            ],
        };
    }

    private Carer Parent(Household household, Gender gender, string? family = null) =>
        Person(household, family ?? household.FamilyName, gender == Gender.Female ? CarerRelationship.Mother : CarerRelationship.Father, gender, responsibility: true);

    private Carer Other(Household household, CarerRelationship relationship, Gender gender) =>
        Person(household, household.FamilyName, relationship, gender, responsibility: false);

    private Carer Person(Household household, string family, CarerRelationship relationship, Gender gender, bool responsibility)
    {
        var name = new PersonName(family, names.Given(household.Community, gender, []));
        return new Carer
        {
            Name = name,
            Relationship = relationship,
            HasParentalResponsibility = responsibility,
            HasCare = true,
            Phone = Contacts.Mobile(phone++),
            Email = random.Next(3) == 0 ? Contacts.Email($"{name.Given} {name.Family}", "families") : null,
        };
    }
}
