public sealed class NoModule;
