namespace ContactPoint.Shell.StartUp;

/// <summary>Why the host stays closed.</summary>
/// <param name="Check">The check's stable name.</param>
/// <param name="Words">What is wrong and what to do, in plain words without secrets or paths: anybody may ask for readiness.</param>
internal sealed record StartFailure(string Check, string Words);
