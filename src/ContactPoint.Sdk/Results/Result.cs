using System.Diagnostics.CodeAnalysis;

namespace ContactPoint.Sdk.Results;

/// <summary>An expected failure, said to a person.</summary>
/// <param name="Code">Stable, dotted, lower case: <c>search.keys-missing</c>. Never shown alone.</param>
/// <param name="Message">What happened and what to do, in plain words; leaks nothing about any child.</param>
public sealed record Error(string Code, string Message);

/// <summary>The outcome of an act that may be refused for reasons the caller is expected to handle.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
/// <remarks>Exceptions are for bugs and broken infrastructure; a refusal is a <see cref="Result{T}"/>.</remarks>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>The refusal, or null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when <see cref="Value"/> may be read.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"No value: {Error.Code}.");

    /// <summary>Wraps a value as a success.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    /// <param name="error">The refusal.</param>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
