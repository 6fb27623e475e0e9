using ContactPoint.Ui.Feedback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace ContactPoint.Ui;

/// <summary>Registers what the components of this library need.</summary>
public static class UiServices
{
    /// <summary>Adds MudBlazor's services and the localisation of this library's words. Safe to call twice.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddContactPointUi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddMudServices();
        services.TryAddScoped<ElementIds>();
        services.TryAddScoped<DialogPlace>();
        services.TryAddScoped<PageFocus>();
        return services;
    }
}
