using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Kernel.Tests.Modules;

/// <summary>A format whose schema, paths or profiles do not hold together stops its module at the start and no file later.</summary>
[Trait("Rule", "MOD-2")]
[Trait("Rule", "FED-1")]
public sealed class FeedFormatTests
{
    private const string Namespace = "urn:example:list:1";

    private const string Leaves =
        """
        <xs:element name="Family" type="xs:string"/><xs:element name="Given" type="xs:string"/><xs:element name="Born" type="xs:date"/>
        <xs:element name="Carer" minOccurs="0" maxOccurs="2"><xs:complexType><xs:sequence><xs:element name="Phone" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
        """;

    private static readonly Dictionary<string, FeedField> Paths = new()
    {
        ["Family"] = FeedField.FamilyName,
        ["Given"] = FeedField.GivenName,
        ["Born"] = FeedField.DateOfBirth,
        ["Carer[1]/Phone"] = FeedField.Contact1Phone,
        ["Carer[2]/Phone"] = FeedField.Contact2Phone,
    };

    [Fact]
    public void Check_AFormatThatHoldsTogether_IsTaken() => Check(Schema(Leaves), Paths).ShouldBeNull();

    public static TheoryData<string, string, string> Schemas { get; } = new()
    {
        { "no XML", "<xs:schema", "is none" },
        { "no schema", "<a/>", "is none" },
        { "a document type", "<!DOCTYPE a>" + Schema(Leaves), "is none" },
        { "an include", Schema(Leaves).Replace("<xs:element name=\"List\"", "<xs:include schemaLocation=\"http://127.0.0.1:9/a.xsd\"/><xs:element name=\"List\"", StringComparison.Ordinal), "includes another" },
        { "another namespace", Schema(Leaves).Replace(Namespace, "urn:other", StringComparison.Ordinal), "is none" },
        { "two outermost elements", Schema(Leaves).Replace("</xs:schema>", "<xs:element name=\"Other\"/></xs:schema>", StringComparison.Ordinal), "outermost" },
        { "anything", Schema(Leaves + "<xs:any namespace=\"##other\" processContents=\"lax\"/>"), "lets anything in" },
        { "what a whole file shows", Schema(Leaves).Replace(
            "</xs:complexType></xs:element></xs:schema>", "</xs:complexType><xs:unique name=\"u\"><xs:selector xpath=\"*\"/><xs:field xpath=\"*\"/></xs:unique></xs:element></xs:schema>", StringComparison.Ordinal), "no single record" },
        { "numbers that are remembered", Schema(Leaves.Replace("name=\"Given\" type=\"xs:string\"", "name=\"Given\" type=\"xs:ID\"", StringComparison.Ordinal)), "no single record" },
        { "no record", Schema(Leaves).Replace("\"Child\"", "\"Kid\"", StringComparison.Ordinal), "for a record" },
        { "a field missing", Schema(Leaves.Replace("\"Given\"", "\"First\"", StringComparison.Ordinal)), "no Given" },
        { "fewer than are counted", Schema(Leaves.Replace("maxOccurs=\"2\"", "", StringComparison.Ordinal)), "no Carer[1]/Phone" },
        { "a group that repeats", Schema("<xs:sequence maxOccurs=\"2\">" + Leaves + "</xs:sequence>"), "no Family" },
        { "nesting without end", Schema(Leaves + "<xs:element name=\"Sibling\" type=\"Child\" minOccurs=\"0\"/>"), "nests without end" },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    [Trait("Asvs", "1.5.1")]
    public void Check_ASchemaThatDoesNotHold_StopsTheModule(string what, string schema, string reason) => Check(schema, Paths).ShouldNotBeNull(what).ShouldContain(reason, Case.Sensitive, what);

    [Fact]
    public void Check_PathsThatDoNotHold_StopTheModule()
    {
        Check(Schema(Leaves), new(Paths) { ["Carer[3]/Phone"] = FeedField.Contact3Phone })!.ShouldContain("no Carer[3]/Phone");
        Check(Schema(Leaves), new(Paths) { ["Carer/Phone"] = FeedField.Contact3Phone })!.ShouldContain("no Carer/Phone");
        Check(Schema(Leaves), new(Paths) { ["Carer[1]"] = FeedField.Contact3Phone })!.ShouldContain("no Carer[1] ");
        Check(Schema(Leaves), new(Paths) { ["Carer[2]/Phone"] = FeedField.Contact1Phone })!.ShouldContain("say the same");
        Check(Schema(Leaves), new(Paths) { ["Family"] = FeedField.Town })!.ShouldContain("no column");
        Check(Schema(Leaves), Paths.Where(path => path.Key != "Born").ToDictionary())!.ShouldContain("is missing");
    }

    [Fact]
    public void Check_AProfileThatDoesNotHold_StopsTheModule()
    {
        static string? Fault(Func<FeedProfile, FeedProfile> change) => ModuleFeeds.Check(
            [Format(null) with { Profiles = [change(new FeedProfile { Key = "other", Name = "Other", Headings = new Dictionary<string, FeedField> { ["Fam"] = FeedField.FamilyName } })] }], "list")?.Message;

        Fault(profile => profile).ShouldBeNull();
        Fault(profile => profile with { Key = "@xml" })!.ShouldContain("key");
        Fault(profile => profile with { Name = "" })!.ShouldContain("name");
        Fault(profile => profile with { Separator = '"' })!.ShouldContain("separator");
        Fault(profile => profile with { Headings = new Dictionary<string, FeedField> { ["A b"] = FeedField.FamilyName, ["a-B"] = FeedField.GivenName } })!.ShouldContain("headings are one");
        Fault(profile => profile with { Headings = new Dictionary<string, FeedField> { ["Town"] = FeedField.Town } })!.ShouldContain("no column");
        Fault(profile => profile with { DateForms = ["dd/MM/yy"] })!.ShouldContain("dates");
        Fault(profile => profile with { DateForms = ["MM/yyyy/"] })!.ShouldContain("dates");
    }

    [Fact]
    [Trait("Rule", "CON-1")]
    public void Check_AServiceThatNoFileMayRecord_StopsTheModule()
    {
        static string? Fault(FeedFormat format) => ModuleFeeds.Check([format], "list", new HashSet<string> { "list.service" })?.Message;

        Fault(Format(null)).ShouldBeNull();
        Fault(Format(null) with { Effect = new FeedEffect("list.sensitive") })!.ShouldContain("no file may record the service list.sensitive");
        Fault(Format(null) with { Supplier = (OrganisationKind)99 })!.ShouldContain("kind that there is not");
        Fault(Format(null) with { Semantics = [(FeedSemantics)9] })!.ShouldContain("kind that there is not");
    }

    [Fact]
    public void Check_ARegisterThatDoesNotHold_StopsTheModule()
    {
        static string? Fault(Func<FeedFormat, FeedFormat> change) => ModuleFeeds.Check([change(Register)], "list")?.Message;

        Fault(register => register).ShouldBeNull();
        Fault(register => register with { Columns = [.. register.Columns.Skip(1)] })!.ShouldContain("number, name, local authority or status");
        Fault(register => register with { Columns = [.. register.Columns, new("Surname", FeedField.FamilyName)] })!.ShouldContain("of a child that stands in a register");
        Fault(register => register with { Columns = [.. register.Columns, new("Opens", FeedField.Start)] })!.ShouldContain("of a child that stands in a register");
        Fault(register => register with { DateForms = ["dd-MM-yy"] })!.ShouldContain("dates");
        Fault(register => register with { Effect = new FeedEffect("list.service", Sdk.Children.EducationStatus.AtSchool) })!.ShouldContain("education");
        Fault(register => register with { Supplier = OrganisationKind.Other })!.ShouldContain("kind of body");
        Fault(register => register with { Xml = new FeedXml { Schema = Schema(Leaves), Namespace = Namespace, Record = "Child", Elements = Paths } })!.ShouldContain("no XML");
        Fault(register => register with { Subject = (FeedSubject)9 })!.ShouldContain("kind that there is not");
        Fault(register => Format(null) with { Columns = [.. Format(null).Columns, new("URN", FeedField.RegisterNumber)] })!.ShouldContain("of a body in a list of children");
    }

    private static FeedFormat Register { get; } = new()
    {
        Key = "list.bodies",
        Name = "Bodies",
        Subject = FeedSubject.Organisations,
        Supplier = OrganisationKind.School,
        Origin = SourceKind.OrganisationRegister,
        Effect = new FeedEffect("list.service"),
        Columns = [new("Number", FeedField.RegisterNumber), new("Name", FeedField.OrganisationName), new("LA", FeedField.AuthorityNumber), new("Status", FeedField.OrganisationStatus), new("Town", FeedField.Town)],
    };

    private static string? Check(string schema, Dictionary<string, FeedField> paths) => ModuleFeeds.Check(
        [Format(new FeedXml { Schema = schema, Namespace = Namespace, Record = "Child", Elements = paths })], "list")?.Message;

    private static FeedFormat Format(FeedXml? xml) => new()
    {
        Key = "list.children",
        Name = "List",
        Supplier = OrganisationKind.School,
        Origin = SourceKind.SchoolRoll,
        Effect = new FeedEffect("list.service"),
        Columns =
        [
            new("Family", FeedField.FamilyName), new("Given", FeedField.GivenName), new("Born", FeedField.DateOfBirth),
            new("Phone1", FeedField.Contact1Phone), new("Phone2", FeedField.Contact2Phone), new("Phone3", FeedField.Contact3Phone),
        ],
        Xml = xml,
    };

    private static string Schema(string leaves) =>
        $"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{Namespace}" targetNamespace="{Namespace}" elementFormDefault="qualified">"""
        + $"""<xs:complexType name="Child"><xs:sequence>{leaves}</xs:sequence></xs:complexType>"""
        + """<xs:element name="List"><xs:complexType><xs:sequence><xs:element name="Child" type="Child" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>""";
}
