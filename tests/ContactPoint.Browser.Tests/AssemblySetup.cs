using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using Xunit.Sdk;
using Xunit.v3;

// One host and one browser at a time: what is measured is not what the neighbours leave over.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(SeededData))]
[assembly: AssemblyFixture(typeof(DemoShell))]
[assembly: AssemblyFixture(typeof(Chromium))]
