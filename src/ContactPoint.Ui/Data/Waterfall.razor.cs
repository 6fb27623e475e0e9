using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Data;

/// <summary>
/// How a match weight came about: one bar for each piece of evidence, each starting where the one before ended, and their sum.
/// The bars are for the eye only; the table below says the same.
/// </summary>
public partial class Waterfall : ComponentBase
{
    /// <summary>What is compared.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The evidence, in the order to show; at most 25.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<WaterfallStep> Steps { get; set; } = [];

    private double Total => Steps.Sum(step => step.Weight);

    private (double Low, double High) Span
    {
        get
        {
            double sum = 0, low = 0, high = 0;
            foreach (var step in Steps)
            {
                sum += step.Weight;
                low = Math.Min(low, sum);
                high = Math.Max(high, sum);
            }

            return (low, Math.Max(high, low + 1));
        }
    }

    private IEnumerable<(double Left, double Top, double Width, string Class)> Bars
    {
        get
        {
            double sum = 0;
            for (var index = 0; index < Steps.Count; index++)
            {
                var next = sum + Steps[index].Weight;
                yield return Bar(sum, next, index, Steps[index].Weight < 0 ? "cp-waterfall__against" : "cp-waterfall__for");
                sum = next;
            }

            yield return Bar(0, sum, Steps.Count, "cp-waterfall__sum");
        }
    }

    private static string Signed(double weight) => weight.ToString("+0.0;−0.0;0.0", CultureInfo.CurrentCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double X(double weight) => (weight - Span.Low) / (Span.High - Span.Low) * 100;

    private (double Left, double Top, double Width, string Class) Bar(double from, double to, int index, string style) =>
        (X(Math.Min(from, to)), (index * 10) + 1.5, Math.Max(0.5, Math.Abs(X(to) - X(from))), style);
}
