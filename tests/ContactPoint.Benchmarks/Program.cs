using System.CommandLine;
using ContactPoint.Benchmarks.Circuits;
using ContactPoint.Benchmarks.FirstPage;
using ContactPoint.Benchmarks.Hosts;
using ContactPoint.Benchmarks.Memory;

var root = new RootCommand("Measures ContactPoint's circuits: what they weigh, how many a host holds, what the first page costs. See docs/performance.md.")
{
    CircuitsCommand.Build(), MemoryCommand.Build(), FirstPageCommand.Build(), HostCommand.Build(),
};
return await root.Parse(args).InvokeAsync();
