using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children.OpenChild;

/// <summary>Open one child's record.</summary>
/// <param name="Statement">Why, and in which relationship.</param>
/// <param name="Handle">Which record, as a result or roster line gave it.</param>
public sealed record OpenChild(AccessStatement Statement, ChildHandle Handle);
