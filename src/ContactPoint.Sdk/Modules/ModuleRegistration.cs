using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Sdk.Modules;

/// <summary>What a module may bring. Narrow on purpose: no container, so that a module replaces nothing of the host's (ADR 0016).</summary>
public sealed class ModuleRegistration
{
    private readonly List<OwnedContextDescriptor> contexts = [];
    private readonly List<Type> handlers = [];
    private readonly List<NavEntry> nav = [];
    private readonly List<FeedFormat> feeds = [];
    private readonly List<ModuleService> services = [];
    private readonly List<RecordPartRegistration> parts = [];
    private readonly List<ModulePermission> permissions = [];
    private readonly List<ModuleSetting> settings = [];
    private readonly List<JobRegistration> jobs = [];
    private bool closed;

    internal ModuleRegistration(string key) => Key = key;

    /// <summary>The module's key, as <c>module.json</c> has it: the owner of its tables and the beginning of its routes.</summary>
    public string Key { get; }

    internal IReadOnlyList<OwnedContextDescriptor> Contexts => contexts;

    internal IReadOnlyList<Type> Handlers => handlers;

    internal IReadOnlyList<NavEntry> NavEntries => nav;

    internal IReadOnlyList<FeedFormat> Feeds => feeds;

    internal IReadOnlyList<ModuleService> Services => services;

    internal IReadOnlyList<RecordPartRegistration> Parts => parts;

    internal IReadOnlyList<ModulePermission> Permissions => permissions;

    internal IReadOnlyList<ModuleSetting> Settings => settings;

    internal IReadOnlyList<JobRegistration> Jobs => jobs;

    /// <summary>The module's own tables, with a context and a migration set for each database. The context's owner is the module's key.</summary>
    /// <typeparam name="TContext">The provider-neutral type, leased with <see cref="IUnitOfWork.Lease{TContext}"/>.</typeparam>
    /// <typeparam name="TSqlite">The type for SQLite: a public constructor with <c>DbContextOptions</c> and <c>DisclosureScope</c>.</typeparam>
    /// <typeparam name="TSqlServer">The type for SQL Server: the same constructor.</typeparam>
    public ModuleRegistration Context<TContext, TSqlite, TSqlServer>()
        where TContext : OwnedContext
        where TSqlite : TContext
        where TSqlServer : TContext
    {
        Add(contexts, new OwnedContextDescriptor(Key, typeof(TContext), typeof(TSqlite), typeof(TSqlServer)));
        return this;
    }

    /// <summary>A use case: a plain class of the module's own, made for each circuit, that its pages take by injection.</summary>
    /// <typeparam name="THandler">The class itself; there is no registering under another type.</typeparam>
    public ModuleRegistration Handler<THandler>()
        where THandler : class
    {
        Add(handlers, typeof(THandler));
        return this;
    }

    /// <summary>A link in the left rail.</summary>
    /// <param name="entry">The link.</param>
    public ModuleRegistration Nav(NavEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Add(nav, entry);
        return this;
    }

    /// <summary>A kind of file that bodies supply about children. The host reads and applies it.</summary>
    /// <param name="format">What it says; its key begins with the module's.</param>
    public ModuleRegistration Feed(FeedFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Add(feeds, format);
        return this;
    }

    /// <summary>A service for the catalogue of services.</summary>
    /// <param name="service">The service.</param>
    public ModuleRegistration Service(ModuleService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        Add(services, service);
        return this;
    }

    /// <summary>A part of a child's record.</summary>
    /// <typeparam name="TSource">
    /// Reads it from the module's own tables, leased with <see cref="DisclosureScope.For(RecordPass)"/>; a plain class of the module's own. It has five seconds. The version
    /// that it answers does not count: the record's own is checked by the host, in a later snapshot.
    /// </typeparam>
    /// <typeparam name="TView">Shows it: a component of the module's own without a route, with one parameter <c>Part</c> of the type <see cref="Disclosed{T}"/>.</typeparam>
    /// <param name="part">What it is and who may see it.</param>
    public ModuleRegistration Part<TSource, TView>(RecordPartDescriptor part)
        where TSource : class, IPartSource
        where TView : class
    {
        ArgumentNullException.ThrowIfNull(part);
        Add(parts, new RecordPartRegistration(part, typeof(TSource), typeof(TView)));
        return this;
    }

    /// <summary>A right that the module names.</summary>
    /// <param name="permission">The right.</param>
    public ModuleRegistration Permission(ModulePermission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        Add(permissions, permission);
        return this;
    }

    /// <summary>Something that a local authority sets.</summary>
    /// <param name="setting">The setting.</param>
    public ModuleRegistration Setting(ModuleSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        Add(settings, setting);
        return this;
    }

    /// <summary>Work that runs by the clock.</summary>
    /// <typeparam name="TJob">A plain class of the module's own, made for each run.</typeparam>
    /// <param name="schedule">When.</param>
    public ModuleRegistration Job<TJob>(JobSchedule schedule)
        where TJob : class, IModuleJob
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Add(jobs, new JobRegistration(schedule, typeof(TJob)));
        return this;
    }

    internal void Close() => closed = true;

    private void Add<T>(List<T> list, T item)
    {
        if (closed) throw new InvalidOperationException("A module registers while Register runs, and not after.");
        list.Add(item);
    }
}

/// <summary>A part as registered.</summary>
internal sealed record RecordPartRegistration(RecordPartDescriptor Descriptor, Type Source, Type View);

/// <summary>A job as registered.</summary>
internal sealed record JobRegistration(JobSchedule Schedule, Type Job);
