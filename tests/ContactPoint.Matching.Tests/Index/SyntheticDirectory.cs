using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Tests.Index;

/// <summary>Children made of a seed: names from lists, families with brothers, sisters and twins, births over eighteen years.</summary>
internal static class SyntheticDirectory
{
    public static readonly string[] Families =
    [
        "Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies", "Patel", "Robinson", "Wright", "Thompson", "Evans", "Walker", "White",
        "Roberts", "Green", "Hall", "Wood", "Jackson", "Clarke", "Khan", "Hughes", "Edwards", "Turner", "Hill", "Moore", "Clark", "Harrison", "Scott",
        "Begum", "Ali", "O'Brien", "McDonald", "MacKenzie", "Nowak", "Kowalski", "Singh", "Kaur", "Fitzgerald", "Featherstone", "Llewellyn", "Okonkwo",
        "Adeyemi", "Papadopoulos", "Ng", "Lee", "Cholmondeley", "Whittington", "Ferguson", "Smith-Jones", "Taylor-Wood", "Hall-Green", "Scott-Hughes",
        "Pemberton", "Ashworth", "Ramsbottom", "Blenkinsop", "Hetherington", "Van der Berg",
    ];

    public static readonly string[] Girls =
    [
        "Olivia", "Amelia", "Isla", "Ava", "Mia", "Ivy", "Lily", "Isabella", "Sophia", "Grace", "Freya", "Evie", "Florence", "Poppy", "Charlotte", "Willow",
        "Elizabeth", "Katherine", "Aoife", "Siobhan", "Niamh", "Fatima", "Aisha", "Zainab", "Katarzyna", "Priya", "Harriet", "Matilda", "Rebecca", "Georgina",
    ];

    public static readonly string[] Boys =
    [
        "Noah", "Oliver", "George", "Arthur", "Muhammad", "Leo", "Harry", "Oscar", "Archie", "Henry", "Theodore", "Jack", "William", "James", "Thomas",
        "Alexander", "Jayden", "Christopher", "Benjamin", "Matthew", "Samuel", "Daniel", "Joshua", "Yusuf", "Ibrahim", "Krzysztof", "Arjun", "Sean", "Robert", "Edward",
    ];

    private static readonly string[] Districts = ["SG1", "SG2", "SG12", "AL1", "AL10", "LU1", "LU4", "B1", "B12", "M1", "M14", "EC1A", "LS6", "CR2", "DN5"];

    public static List<IndexRecord> Make(int count, int seed)
    {
        var random = new Random(seed);
        var records = new List<IndexRecord>(count);
        while (records.Count < count)
        {
            var family = Pick(random, Families);
            var postcode = RandomPostcode(random);
            for (var children = random.Next(1, 4); children > 0 && records.Count < count; children--)
                records.Add(Child(random, family, postcode));
        }

        return records;
    }

    public static IndexRecord Child(Random random, string family, Postcode? postcode)
    {
        var gender = (RecordedGender)random.Next(1, 3);
        var names = gender == RecordedGender.Female ? Girls : Boys;
        return new IndexRecord
        {
            Key = NewKey(random),
            Family = family,
            Given = random.Next(100) == 0 ? null : Pick(random, names),
            Middle = random.Next(2) == 0 ? Pick(random, names) : null,
            DateOfBirth = random.Next(200) == 0 ? null : new DateOnly(2008, 9, 1).AddDays(random.Next(18 * 365)),
            Gender = random.Next(50) == 0 ? RecordedGender.NotSpecified : gender,
            Postcode = random.Next(30) == 0 ? null : postcode,
            OtherNames = random.Next(8) == 0 ? [new IndexName((NameKind)random.Next(1, 4), Pick(random, Families), null)]
                : random.Next(12) == 0 ? [new IndexName(NameKind.Preferred, null, Pick(random, names))]
                : [],
        };
    }

    public static Postcode RandomPostcode(Random random)
    {
        const string letters = "ABDEFGHJLNPQRSTUWXYZ";
        var text = $"{Pick(random, Districts)} {random.Next(10)}{letters[random.Next(20)]}{letters[random.Next(20)]}";
        return Postcode.TryParse(text, out var postcode, out _) ? postcode : throw new InvalidOperationException(text);
    }

    public static Guid NewKey(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);

        // Two draws more than are used: what other tests expect of the directory of a seed hangs on them.
        random.NextInt64(uint.MaxValue);
        random.Next(150);
        return new Guid(bytes);
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
