using System.Security.Cryptography;
using System.Text;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Identity;
using ContactPoint.Load.Searching;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Load.Seeding;

/// <summary>Writes children with names of their own, so that an answer that reached the wrong circuit would be seen.</summary>
/// <param name="services">The services of a host.</param>
public sealed class SoughtChildren(IServiceProvider services)
{
    private static readonly string[] Onsets = ["b", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "oo"];
    private static readonly string[] Ends = ["ck", "ll", "m", "nd", "r", "ss", "t", "x"];
    private static readonly DateOnly FirstBirthday = new(2010, 1, 1);
    private const int BirthdayRange = 15 * 365;

    /// <summary>The n-th child; the same each time.</summary>
    public static ChildSought Child(int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"child {number}"));
        return new ChildSought(Name(hash.AsSpan(0, 6)), Name(hash.AsSpan(6, 6)), FirstBirthday.AddDays(BitConverter.ToUInt16(hash, 12) % BirthdayRange));
    }

    /// <summary>Writes children 0 to count and waits until the index of this host has them.</summary>
    public async Task WriteAsync(int count)
    {
        var system = await services.GetRequiredService<ISystemCallers>().OpenAsync("test", "tester");
        var pass = (await services.GetRequiredService<IRecordGate>().BeginJobAsync(system, JobName.SyntheticLoad)).Value;
        var writer = services.GetRequiredService<IChildWriter>();
        var ids = services.GetRequiredService<IIdSource>();
        await services.GetRequiredService<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            for (var number = 0; number < count; number++)
            {
                if (await writer.WriteAsync(pass, Write(new ChildId(ids.NewId()), Child(number)), unit) is { Succeeded: false } refused) throw new InvalidOperationException(refused.Error.Code);
            }

            return count;
        });
        await services.GetRequiredService<IChildIndex>().CatchUpAsync();
    }

    private static ChildWrite Write(ChildId id, ChildSought child) => new()
    {
        Child = id,
        ExpectedVersion = 0,
        Authority = new LocalAuthorityCode("355"),
        Education = EducationStatus.AtSchool,
        Identity = new IdentityDocument
        {
            Name = new(new PersonName(child.FamilyName, child.GivenName), From()),
            Gender = new(Gender.Female, From()),
            DateOfBirth = new(child.Born, From()),
            DirectoryNumber = DirectoryNumber.New().Value,
        },
    };

    private static Provenance From() => new()
    {
        Kind = SourceKind.SchoolRoll,
        Source = new Guid("5c000000-0000-4000-8000-000000000001"),
        AsAt = new DateOnly(2026, 11, 2),
        ReceivedAt = new DateTimeOffset(2026, 11, 3, 4, 5, 6, TimeSpan.Zero),
    };

    private static string Name(ReadOnlySpan<byte> from)
    {
        var name = Onsets[from[0] % Onsets.Length] + Vowels[from[1] % Vowels.Length] + Onsets[from[2] % Onsets.Length] + Vowels[from[3] % Vowels.Length]
            + Onsets[from[4] % Onsets.Length] + Vowels[from[5] % Vowels.Length] + Ends[(from[0] ^ from[5]) % Ends.Length];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
