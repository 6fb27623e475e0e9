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
    private bool closed;

    internal ModuleRegistration(string key) => Key = key;

    /// <summary>The module's key, as <c>module.json</c> has it: the owner of its tables and the beginning of its routes.</summary>
    public string Key { get; }

    internal IReadOnlyList<OwnedContextDescriptor> Contexts => contexts;

    internal IReadOnlyList<Type> Handlers => handlers;

    internal IReadOnlyList<NavEntry> NavEntries => nav;

    internal IReadOnlyList<FeedFormat> Feeds => feeds;

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

    internal void Close() => closed = true;

    private void Add<T>(List<T> list, T item)
    {
        if (closed) throw new InvalidOperationException("A module registers while Register runs, and not after.");
        list.Add(item);
    }
}
