using System.Diagnostics;
using ContactPoint.Benchmarks.Hosts;
using ContactPoint.Load.Circuits;
using ContactPoint.Load.Searching;

namespace ContactPoint.Benchmarks.Circuits;

/// <summary>One run: a host process, its accounts, its circuits, the time that they are held.</summary>
internal sealed class CircuitsRun(int count, TimeSpan length)
{
    // A session may have four (SECURITY, default limits); idle circuits share accounts so that thousands are soon made.
    private const int CircuitsASession = 4;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    /// <summary>Each circuit with an account of its own, searching for children of its own.</summary>
    public async Task<CircuitFigures> SearchAsync(TimeSpan every)
    {
        await using var host = await HostProcess.StartAsync(HostKind.Shell);
        Report.Progress($"{count} accounts, {count * SearchLoad.ChildrenAPage} children…");
        await host.ChildrenAsync(count * SearchLoad.ChildrenAPage);
        var cookies = await host.SeatsAsync(count);
        var before = await host.FiguresAsync();
        Report.Progress($"Opening {count} circuits…");
        var (pages, opening) = await Crowd.EachAsync(count, number => FindPage.OpenAsync(new Visitor(host.Address, cookies[number])));
        await Crowd.EachAsync(count, async number =>
        {
            await pages[number].StateAsync();
            return number;
        });
        await Task.Delay(Settle);
        var held = await host.FiguresAsync();
        Report.Progress("Searching…");
        var begun = Stopwatch.GetTimestamp();
        var figures = await new SearchLoad(pages).RunAsync(every, length);
        var took = Stopwatch.GetElapsedTime(begun);
        await Task.Delay(Settle);
        var after = await host.FiguresAsync();
        var told = Tell([.. pages.Select(page => page.Circuit)], opening, before, held, after, took) with
        {
            Search = new Times(figures.Quantile(.5), figures.Quantile(.95), figures.Quantile(.99)),
            AskedPerSecond = count / every.TotalSeconds,
            Answers = figures.Answers,
            WrongAnswers = figures.Wrong,
            RefusedSearches = figures.Refused,
            FailedEvents = figures.Failed,
            StartedLate = figures.Behind,
            AuditEntries = after.SearchEntries,
            WhatWentWrong = figures.Words,
        };
        foreach (var page in pages) await page.DisposeAsync();
        return told;
    }

    /// <summary>Circuits whose page is open and whose people are elsewhere.</summary>
    public async Task<CircuitFigures> IdleAsync()
    {
        await using var host = await HostProcess.StartAsync(HostKind.Shell);
        var sessions = (count + CircuitsASession - 1) / CircuitsASession;
        Report.Progress($"{sessions} accounts…");
        var cookies = await host.SeatsAsync(sessions);
        var before = await host.FiguresAsync();
        Report.Progress($"Opening {count} circuits…");
        var (circuits, opening) = await Crowd.EachAsync(count, number => Crowd.IdleAsync(new Visitor(host.Address, cookies[number % sessions]), FindPage.Path, "form"));
        await Task.Delay(Settle);
        var held = await host.FiguresAsync();
        var begun = Stopwatch.GetTimestamp();
        await Task.Delay(length);
        var after = await host.FiguresAsync();
        var told = Tell(circuits, opening, before, held, after, Stopwatch.GetElapsedTime(begun));
        foreach (var circuit in circuits) await circuit.DisposeAsync();
        return told;
    }

    private CircuitFigures Tell(IReadOnlyList<CircuitClient> circuits, IReadOnlyList<double> opening, HostFigures before, HostFigures held, HostFigures after, TimeSpan took) => new()
    {
        LoadAverage = Report.LoadAverage(),
        Circuits = count,
        Seconds = (int)length.TotalSeconds,
        Opening = new Times(Crowd.Quantile(opening, .5), Crowd.Quantile(opening, .95), Crowd.Quantile(opening, .99)),
        DroppedCircuits = Math.Max(circuits.Count(circuit => circuit.Cut.IsCompleted), Math.Max(after.LinesLost, count - after.Connected)),
        ServerFaults = circuits.Sum(circuit => circuit.Faults),
        ManagedKbEach = Math.Round((after.ManagedBytes - before.ManagedBytes) / 1024.0 / count, 1),
        ResidentKbEach = Math.Round((after.ResidentBytes - before.ResidentBytes) / 1024.0 / count, 1),
        HostCores = Math.Round((after.CpuSeconds - held.CpuSeconds) / took.TotalSeconds, 2),
    };
}
