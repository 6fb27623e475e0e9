using System.Diagnostics;
using System.Globalization;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// Two hosts that differ only in what a shield hides answer any sitting of any caller alike: each HTTP answer with its headers and each frame
/// of the circuit, byte for byte. <see cref="Transcript"/> says what is put aside and why.
/// </summary>
[Collection(WorldsAlone.Name)]
public sealed class TwoWorldsTests(ITestOutputHelper output)
{
    private const int Attempts = 3;

    private static readonly int Traces = Setting("CONTACTPOINT_TRACES", 50);
    private static readonly int Seed = Setting("CONTACTPOINT_SEED", 20261123);

    [Fact]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-04")]
    [Trait("Invariant", "I-14")]
    [Trait("Invariant", "I-17")]
    [Trait("Rule", "SHD-10")]
    [Trait("Rule", "SEA-6")]
    public async Task AConcealedChild_ChangesNoByteOfHttpOrCircuit()
    {
        await CompareAsync(Seed, async () =>
        {
            var country = new Country();
            var with = await World.StartAsync(country, country.Concealed(), ShieldLevel.Concealed);
            return (with, await World.StartAsync(country, secret: null, ShieldLevel.None, like: with));
        });
    }

    [Fact]
    [Trait("Invariant", "I-02")]
    [Trait("Invariant", "I-04")]
    [Trait("Invariant", "I-14")]
    [Trait("Rule", "SHD-2")]
    public async Task HiddenFieldsOfAMaskedChild_ChangeNoByteOfHttpOrCircuit()
    {
        await CompareAsync(Seed + 1, async () =>
        {
            var country = new Country();
            var first = await World.StartAsync(country, country.Masked(first: true), ShieldLevel.Masked);
            return (first, await World.StartAsync(country, country.Masked(first: false), ShieldLevel.Masked, like: first));
        });
    }

    // On a machine that is short of time a page may be taken for drawn a moment too early, and all that follows differs. A leak differs again, at
    // the same place, in worlds made anew.
    private async Task CompareAsync(int seed, Func<Task<(World First, World Second)>> make)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (first, second) = await make();
            await using var kept = first;
            await using var keptToo = second;
            var difference = await DifferenceAsync(first, second, seed);
            if (difference is null)
                return;
            output.WriteLine(difference);
            attempt.ShouldBeLessThan(Attempts, difference);
        }
    }

    private async Task<string?> DifferenceAsync(World first, World second, int seed)
    {
        foreach (var world in new[] { first, second })
            await Sitting.RunAsync(world, Trace.WarmUp);
        var started = Stopwatch.GetTimestamp();
        var (frames, telling) = (0, 0);
        foreach (var trace in Trace.Of(seed, Traces))
        {
            var a = await Sitting.RunAsync(first, trace);
            var b = await Sitting.RunAsync(second, trace);
            if (Transcript.Difference(a, b) is { } difference)
                return $"Seed {seed}, trace {trace}: {difference}";
            frames += a.Frames;
            if (a.Lines.Any(line => line.Contains("OSBORNE, ", StringComparison.Ordinal)))
                telling++;
        }

        output.WriteLine($"{Traces} traces, {frames} frames in each world, {telling} traces disclosed a child; {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s.");
        telling.ShouldBeGreaterThan(Traces / 4, "Traces that disclose nothing compare nothing.");
        return null;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
