namespace ContactPoint.Ui.Feedback;

/// <summary>Between a dialog that opens and the layout's place for dialogs: of one circuit.</summary>
public sealed class DialogPlace
{
    private readonly TaskCompletionSource standing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal event Action? Needed;

    internal bool IsNeeded { get; private set; }

    /// <summary>Completes when the place stands.</summary>
    internal Task NeedAsync()
    {
        if (!IsNeeded)
        {
            IsNeeded = true;
            Needed?.Invoke();
        }

        return standing.Task;
    }

    internal void Stand() => standing.TrySetResult();
}
