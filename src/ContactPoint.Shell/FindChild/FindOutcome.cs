using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Shell.FindChild;

/// <summary>What came of the last search: told by the form, shown by the results. It lives as long as the page and nowhere else.</summary>
public sealed class FindOutcome
{
    /// <summary>The answer; null before, and while a search runs.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>Why there is none.</summary>
    public Error? Refused { get; private set; }

    /// <summary>True while a search runs.</summary>
    public bool Searching { get; private set; }

    /// <summary>A search began or ended.</summary>
    public event Action? Changed;

    /// <summary>A search begins: nothing of the last one stays.</summary>
    public void Begin()
    {
        (Answer, Refused, Searching) = (null, null, true);
        Changed?.Invoke();
    }

    /// <summary>It ended, with an answer or a refusal.</summary>
    public void Show(Result<SearchAnswer> result)
    {
        (Answer, Refused, Searching) = (result.Succeeded ? result.Value : null, result.Error, false);
        Changed?.Invoke();
    }
}
