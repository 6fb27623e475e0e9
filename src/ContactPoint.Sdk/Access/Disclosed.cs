namespace ContactPoint.Sdk.Access;

/// <summary>Child data that was decided on, recorded and may be shown. The only child data that pages and the API accept.</summary>
/// <typeparam name="T">What is shown.</typeparam>
/// <remarks>The constructor is internal: only a pass makes one, and only the gate makes passes.</remarks>
public sealed class Disclosed<T>
{
    internal Disclosed(T value) => Value = value;

    /// <summary>What may be shown.</summary>
    public T Value { get; }

    /// <summary>A part of what may be shown, itself shown.</summary>
    /// <typeparam name="TPart">The part's type.</typeparam>
    /// <param name="select">Picks the part; adds nothing from elsewhere.</param>
    public Disclosed<TPart> Select<TPart>(Func<T, TPart> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        return new(select(Value));
    }

    /// <summary>Redacted.</summary>
    public override string ToString() => "disclosed";
}

/// <summary>Child data that an owner read for the gate and that nobody may look into before the gate has decided.</summary>
/// <typeparam name="T">What is held back.</typeparam>
/// <param name="value">What was read.</param>
public sealed class Undisclosed<T>(T value)
{
    internal T Held { get; } = value;

    /// <summary>Redacted.</summary>
    public override string ToString() => "undisclosed";
}
