using System.Reflection;
using System.Runtime.CompilerServices;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>What the Kernel alone can make, made by reflection: pages are tested without a gate behind them, and no door is left open for it in the Sdk.</summary>
internal static class Made
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static CallerContext Caller(Role role, Agency agency = Agency.Health, params Purpose[] purposes)
    {
        var authority = new LocalAuthorityCode("355");
        var scope = new RoleScope
        {
            Role = role,
            Agency = agency,
            Authority = authority,
            Function = "test",
            Purposes = purposes.ToHashSet(),
            ExpiresAt = Now.AddDays(1),
        };
        var caller = (CallerContext)Activator.CreateInstance(typeof(CallerContext), nonPublic: true)!;
        Set(caller, nameof(CallerContext.UserId), Guid.Parse("11111111-1111-1111-1111-111111111111"));
        Set(caller, nameof(CallerContext.SessionId), Guid.Parse("22222222-2222-2222-2222-222222222222"));
        Set(caller, nameof(CallerContext.DisplayName), "Amina Warsame");
        Set(caller, nameof(CallerContext.OrganisationName), "Irwell Valley Hospitals Trust");
        Set(caller, nameof(CallerContext.Agency), agency);
        Set(caller, nameof(CallerContext.Authority), authority);
        Set(caller, nameof(CallerContext.Scopes), new[] { scope });
        return caller;
    }

    public static CallerContext Nurse() => Caller(Role.Practitioner, Agency.Health, Purpose.UrgentCare, Purpose.SafeguardingEnquiry);

    public static CallerContext Steward() => Caller(Role.DataSteward, Agency.Administration, Purpose.DataQuality);

    public static CallerContext Reviewer() => Caller(Role.SecurityReviewer, Agency.Administration);

    public static Disclosed<T> Disclosed<T>(T value) => (Disclosed<T>)New(typeof(Disclosed<T>), value);

    public static RecordPass Pass(CallerContext caller, TimeProvider clock, IEnumerable<PartKey> granted, IReadOnlyList<WithheldPart>? withheld = null, AccessStatement? statement = null)
    {
        var terms = New(
            typeof(AccessPass).Assembly.GetType("ContactPoint.Sdk.Access.PassTerms", throwOnError: true)!,
            caller, Guid.Parse("33333333-3333-3333-3333-333333333333"), "test-1", clock.GetUtcNow().AddMinutes(15), clock, CancellationToken.None, CancellationToken.None);
        var decision = new Decision
        {
            Visible = true,
            Granted = granted.ToHashSet(),
            WithheldAll = [],
            Sayable = withheld ?? [],
            Reasons = [],
            PolicyVersion = "test-1",
        };
        statement ??= new AccessStatement(Purpose.UrgentCare, Relationship.PresentWithMe);
        return (RecordPass)New(typeof(RecordPass), terms, new ChildId(Guid.Parse("44444444-4444-4444-4444-444444444444")), statement, decision, 1L);
    }

    public static RowsPass RowsPass(CallerContext caller, TimeProvider clock)
    {
        var terms = New(
            typeof(AccessPass).Assembly.GetType("ContactPoint.Sdk.Access.PassTerms", throwOnError: true)!,
            caller, Guid.Parse("33333333-3333-3333-3333-333333333333"), "test-1", clock.GetUtcNow().AddMinutes(15), clock, CancellationToken.None, CancellationToken.None);
        return (RowsPass)New(typeof(RowsPass), terms, new HashSet<Guid>());
    }

    public static RecordReading Reading(RecordPass pass, IReadOnlyDictionary<PartKey, object?> parts, params PartKey[] missing) =>
        (RecordReading)New(typeof(RecordReading), pass, parts.ToDictionary(part => part.Key, part => Disclosed<object?>(part.Value)), missing.ToHashSet());

    public static DeclareInvolvementHandler Declaring(IUnitOfWorkFactory units)
    {
        var handler = (DeclareInvolvementHandler)RuntimeHelpers.GetUninitializedObject(typeof(DeclareInvolvementHandler));
        typeof(DeclareInvolvementHandler).GetField("units", Hidden)!.SetValue(handler, units);
        return handler;
    }

    /// <summary>A module called Sample that is ready, with these parts of the record.</summary>
    public static ModuleCatalogue Modules(params LoadedPart[] parts) => Modules(new LoadedModule
    {
        Manifest = new ModuleManifest { Key = "sample", Name = "Sample", Version = "1.0", SdkFrom = "1.0", SdkBelow = "2.0", EntryAssembly = "sample.dll", Capabilities = [] },
        Assembly = typeof(Made).Assembly,
        Nav = [new NavEntry { Text = "Sample visits", Path = "m/sample", Agency = Agency.Health, Roles = new HashSet<Role> { Role.Practitioner } }],
        Assets = new Dictionary<string, ModuleAsset>(),
        Parts = parts,
    });

    public static ModuleCatalogue Modules(LoadedModule module)
    {
        var entry = New(typeof(ModuleCatalogue).Assembly.GetType("ContactPoint.Kernel.Modules.ModuleEntry", throwOnError: true)!, module.Manifest.Key);
        entry.GetType().GetMethod("Load")!.Invoke(entry, [module]);
        var entries = Array.CreateInstance(entry.GetType(), 1);
        entries.SetValue(entry, 0);
        return (ModuleCatalogue)New(typeof(ModuleCatalogue), entries);
    }

    public static LoadedPart Part<TValue, TView>(PartKey key, string title, int order)
    {
        var descriptor = new RecordPartDescriptor { Part = key, Title = title, Order = order, Agency = Agency.Education, Purposes = new HashSet<Purpose> { Purpose.UrgentCare } };
        return (LoadedPart)New(typeof(LoadedPart), descriptor, typeof(IPartSource), typeof(TView), typeof(TValue));
    }

    private static object New(Type type, params object?[] arguments) =>
        Activator.CreateInstance(type, Hidden | BindingFlags.Public, null, arguments, null) ?? throw new InvalidOperationException(type.Name);

    private static void Set(object target, string property, object value) => target.GetType().GetProperty(property)!.SetValue(target, value);
}
