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
        var country = new Country();
        await using var with = await World.StartAsync(country, country.Concealed(), ShieldLevel.Concealed);
        await using var without = await World.StartAsync(country, secret: null, ShieldLevel.None, like: with);
        await CompareAsync(with, without, Seed);
    }

    [Fact]
    [Trait("Invariant", "I-02")]
    [Trait("Invariant", "I-04")]
    [Trait("Invariant", "I-14")]
    [Trait("Rule", "SHD-2")]
    public async Task HiddenFieldsOfAMaskedChild_ChangeNoByteOfHttpOrCircuit()
    {
        var country = new Country();
        await using var first = await World.StartAsync(country, country.Masked(first: true), ShieldLevel.Masked);
        await using var second = await World.StartAsync(country, country.Masked(first: false), ShieldLevel.Masked, like: first);
        await CompareAsync(first, second, Seed + 1);
    }

    private async Task CompareAsync(World first, World second, int seed)
    {
        foreach (var world in new[] { first, second })
            await Sitting.RunAsync(world, Trace.WarmUp);
        var started = Stopwatch.GetTimestamp();
        var (frames, telling) = (0, 0);
        foreach (var trace in Trace.Of(seed, Traces))
        {
            var a = await Sitting.RunAsync(first, trace);
            var b = await Sitting.RunAsync(second, trace);
            Transcript.Difference(a, b).ShouldBeNull($"Seed {seed}, trace {trace}");
            a.Frames.ShouldBe(b.Frames);
            frames += a.Frames;
            if (a.Lines.Any(line => line.Contains("OSBORNE, ", StringComparison.Ordinal)))
                telling++;
        }

        output.WriteLine($"{Traces} traces, {frames} frames in each world, {telling} traces disclosed a child; {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s.");
        telling.ShouldBeGreaterThan(Traces / 4, "Traces that disclose nothing compare nothing.");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
