using ContactPoint.Sdk.Children;

namespace ContactPoint.Shell.Session;

/// <summary>For a page that shows a record: tells it that what is open of this child was revoked, so that it goes blank and asks the gate again.</summary>
internal interface IRecordWatch
{
    /// <summary>Watches one child until disposed.</summary>
    /// <param name="child">From the pass that the page holds.</param>
    /// <param name="revoked">Called off the circuit's thread: use InvokeAsync. Blank first, then open again.</param>
    IDisposable Watch(ChildId child, Func<Task> revoked);
}
