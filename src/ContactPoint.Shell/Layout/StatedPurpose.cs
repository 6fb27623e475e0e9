using ContactPoint.Sdk.Access;

namespace ContactPoint.Shell.Layout;

/// <summary>
/// Why this person looks and how they stand to the child, as stated last (SEA-1). Lives as long as the circuit and nowhere else: a new
/// tab asks again. It is sent with each request; it grants nothing by itself.
/// </summary>
internal sealed class StatedPurpose
{
    /// <summary>What was stated; null before.</summary>
    public AccessStatement? Statement { get; private set; }

    /// <summary>True while the person chooses anew. What was stated before stays until something else is stated.</summary>
    public bool IsChanging { get; private set; }

    /// <summary>True when a page may go on: something is stated and nobody is choosing.</summary>
    public bool IsSettled => Statement is not null && !IsChanging;

    /// <summary>Something was stated, or somebody wants to choose anew.</summary>
    public event Action? Changed;

    /// <summary>States it.</summary>
    public void State(AccessStatement statement)
    {
        Statement = statement;
        IsChanging = false;
        Changed?.Invoke();
    }

    /// <summary>Asks again.</summary>
    public void Change()
    {
        IsChanging = Statement is not null;
        Changed?.Invoke();
    }

    /// <summary>Leaves it as it was.</summary>
    public void Keep()
    {
        IsChanging = false;
        Changed?.Invoke();
    }
}
