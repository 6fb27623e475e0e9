#pragma warning disable BL0006 // The room that a tree takes is what is looked at here; nothing else tells it.
using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

namespace ContactPoint.Shell.Tests.Pages;

/// <summary>
/// What a page keeps in its circuit: its components, and the frames of their trees. A tree takes its room by powers of two, 32 frames at
/// least; a component that was drawn twice keeps the tree before it as well. That is the cause of what <c>bench memory</c> weighs (ADR 0009).
/// </summary>
internal static class DrawnTrees
{
    // The framework has no public word for it. A version that names them otherwise fails the tests that look here, and says so.
    private static readonly MethodInfo StateOf = typeof(Renderer).GetMethod("GetComponentState", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(int)])!;
    private static readonly PropertyInfo Current = typeof(ComponentState).GetProperty("CurrentRenderTree", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly FieldInfo Before = typeof(ComponentState).GetField("_nextRenderTree", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static IReadOnlyList<DrawnTree> Of(IRenderedComponent<IComponent> page, Renderer renderer) =>
        [.. page.FindComponents<IComponent>().Prepend(page).Select(one => Read(one.Instance.GetType().Name, StateOf.Invoke(renderer, [one.ComponentId])!))];

    private static DrawnTree Read(string component, object state) => new(component, Room(Current.GetValue(state)!), Room(Before.GetValue(state)!));

    private static int Room(object tree) => ((RenderTreeBuilder)tree).GetFrames().Array.Length;
}

/// <summary>One component's trees.</summary>
/// <param name="Component">Its type.</param>
/// <param name="Now">Frames that its tree has room for; each is 40 bytes.</param>
/// <param name="Before">The same of the tree before, which it keeps.</param>
internal sealed record DrawnTree(string Component, int Now, int Before)
{
    public int Frames => Now + Before;
}
