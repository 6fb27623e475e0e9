using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Hosting;

namespace ContactPoint.Demo;

/// <summary>Pretend tokens and real records never meet: Development, and a marked database, or nothing.</summary>
internal sealed class DemoGuard(IHostEnvironment environment, ISyntheticMarker marker)
{
    public Error? CheckHost() => environment.IsDevelopment() ? null : DemoErrors.NotDevelopment;

    public async Task<Error?> CheckAsync(CancellationToken cancellation) =>
        CheckHost() ?? (await marker.IsSetAsync(cancellation) ? null : DemoErrors.NotSynthetic);
}
