using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactPoint.Shell.StaticPages;

/// <summary>
/// Pages without script and without a circuit: sign-in, enrolment, errors. Each is a component rendered once, as a plain document
/// inside <see cref="StaticDocument"/>, with everything it shows passed in as parameters.
/// </summary>
internal static class StaticPage
{
    public static void AddStaticPages(this IServiceCollection services) => services.AddSingleton<StyleSheetAddress>();

    /// <summary>Answers with a page.</summary>
    /// <param name="parameters">The page's parameters by name.</param>
    /// <param name="status">The HTTP status.</param>
    /// <typeparam name="TPage">The page.</typeparam>
    public static RazorComponentResult<TPage> Document<TPage>(IReadOnlyDictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters ?? new Dictionary<string, object?>())
        {
            StatusCode = status,
            ContentType = "text/html; charset=utf-8",
            PreventStreamingRendering = true,
        };
}
