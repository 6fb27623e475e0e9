namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>Worlds are compared while nothing else runs in the process: a server rests sooner, and surely.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WorldsAlone
{
    public const string Name = "two worlds";
}
