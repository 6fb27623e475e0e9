using System.Text;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Tests.Children;

public sealed class SealedAtRestTests
{
    [Fact]
    [Trait("Invariant", "I-48")]
    public async Task TheDatabaseFiles_HoldNoNameAddressNumberOrPhoneInClear()
    {
        await using var world = await World.StartAsync();
        if (world.Get<IUnitOfWorkFactory>().GetType().Name != "SqliteUnits") return;
        var number = DirectoryNumber.New().Value;
        var write = Given.Child(identity: Given.Identity("Featherstonehaugh", "Zebedee", number: number));
        await world.AddAsync(write with { Identifiers = [.. write.Identifiers, new IdentifierWrite(IdentifierSchemes.Nhs, Given.Nhs, Given.From())] });
        var nurse = await world.PersonAsync();
        (await nurse.ResultsAsync(new() { FamilyName = "Featherstonehaugh", GivenName = "Zebedee", DateOfBirth = new DateOnly(2015, 3, 14) })).ShouldHaveSingleItem();

        string[] secrets = ["Featherstonehaugh", "Zebedee", "Marmaduke", "Philippa", "Quillfeather", "M6 5AA", "M65AA", "07700 900123", Given.Upn, Given.Nhs, number, "2015-03-14", "Amara", "07700 900461"];
        var found = new List<string>();
        foreach (var file in System.IO.Directory.EnumerateFiles(world.Host.DataDirectory, "contactpoint.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            foreach (var secret in secrets)
                foreach (var form in new[] { Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret), Encoding.UTF8.GetBytes(secret.ToUpperInvariant()), Encoding.UTF8.GetBytes(secret.ToLowerInvariant()) })
                    if (bytes.AsSpan().IndexOf(form) >= 0) found.Add(secret);
            Encoding.UTF8.GetString(bytes).Contains("St Luke", StringComparison.Ordinal).ShouldBeTrue("the scan must be able to find what is in clear");
            break;
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Invariant", "I-47")]
    public async Task Open_AnAddressThatWasExchangedBySql_ShowsNoAddress()
    {
        await using var world = await World.StartAsync();
        var one = await world.AddAsync(Given.Child());
        var other = await world.AddAsync(Given.Child(identity: Given.Identity("Else", "Somebody"), postcode: "LS1 4AP"));
        await world.JobAsync(async (_, unit) => await unit.Prepare(
            "UPDATE $directory.child_part SET document_sealed = (SELECT o.document_sealed FROM $directory.child_part o WHERE o.child_id = @other AND o.part = 'whereabouts') WHERE child_id = @one AND part = 'whereabouts'",
            "other", "one").Bind(other.Value, one.Value).ExecuteNonQueryAsync());

        var view = await (await world.PersonAsync()).OpenAsync(one);

        view.Whereabouts.ShouldBeNull();
        view.Identity.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Invariant", "I-47")]
    public async Task Open_ARecordWhoseIdentityWasAlteredBySql_GetsWhatAChildThatIsNotThereGets()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.JobAsync(async (_, unit) => await unit.Prepare("UPDATE $directory.child SET identity_sealed = @junk WHERE child_id = @child", "junk", "child").Bind(new byte[100], child.Value).ExecuteNonQueryAsync());
        var nurse = await world.PersonAsync();

        var view = await nurse.OpenAsync(await nurse.HandleAsync(child));

        view.Error.ShouldBe(Sdk.Access.GateErrors.NotAvailable);
    }
}
