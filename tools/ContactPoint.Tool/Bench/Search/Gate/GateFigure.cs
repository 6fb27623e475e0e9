using System.Diagnostics;
using System.Globalization;
using ContactPoint.Sdk.Access;
using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Families;

namespace ContactPoint.Tool.Bench.Search.Gate;

/// <summary>The same queries through the gate: proposed, 64 candidates read, unsealed and checked, decided, the audit entry committed and flushed, the answer disclosed.</summary>
/// <param name="LoadSeconds">The country into the database.</param>
/// <param name="IndexSeconds">The index built from the database: read and unsealed.</param>
/// <param name="LeftOut">Trials that no accepted set of keys (SEA-2) covers; they are asked of no program of this run.</param>
/// <param name="FlushMs">What one flush costs on this disk, the median of a hundred: part of each search.</param>
/// <param name="Figures">Time and recall.</param>
/// <param name="Index">The index alone on the same queries, right after.</param>
internal sealed record GateFigure(double LoadSeconds, double IndexSeconds, int LeftOut, double FlushMs, SearchFigures Figures, SearchFigures Index)
{
    private const int WarmUps = 300;
    private static readonly AccessStatement Urgent = new(Purpose.UrgentCare, Relationship.PresentWithMe);

    public static Task<GateFigure> MeasureAsync(
        GatePlace place, SyntheticCountry country, IReadOnlyList<SearchTrial> trials, int leftOut, Func<SearchFigures> alone, CancellationToken cancellation) =>
        place.AsSearcherAsync(
            async caller =>
            {
                var gate = place.Host.Get<IRecordGate>();
                var handles = place.Host.Get<IChildHandles>();
                for (var i = 0; i < Math.Min(WarmUps, trials.Count); i++) await AskAsync(gate, caller, trials[i * trials.Count / Math.Min(WarmUps, trials.Count)], cancellation);
                var answers = new List<Answer>(trials.Count);
                foreach (var trial in trials)
                {
                    var start = Stopwatch.GetTimestamp();
                    var answer = await AskAsync(gate, caller, trial, cancellation);
                    var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    var truth = handles.Issue(caller, new(SyntheticNumbers.ChildId(country, long.Parse(trial.TrueId, CultureInfo.InvariantCulture))));
                    answers.Add(new Answer(trial.Class, took, 1 + answer.Results.ToList().FindIndex(result => result.Value.Handle == truth)));
                }

                return new GateFigure(place.LoadSeconds, place.IndexSeconds, leftOut, FlushCost.Measure(), SearchFigures.Of(answers), alone());
            },
            cancellation);

    private static async Task<SearchAnswer> AskAsync(IRecordGate gate, CallerContext caller, SearchTrial trial, CancellationToken cancellation)
    {
        var answer = await gate.SearchAsync(caller, new SearchRequest(Urgent, GateCriteria.Of(trial)), cancellation);
        return answer.Succeeded ? answer.Value : throw new InvalidOperationException($"{answer.Error.Code}: {answer.Error.Message}");
    }
}
