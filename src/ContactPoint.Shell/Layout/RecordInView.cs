namespace ContactPoint.Shell.Layout;

/// <summary>The name of the record in view, for the frame. Held only while its page shows it.</summary>
internal sealed class RecordInView
{
    private object? owner;

    /// <summary>The name and number; null when no record is open.</summary>
    public string? Text { get; private set; }

    /// <summary>Another record came into view, or none is any more.</summary>
    public event Action? Changed;

    /// <summary>Shows a record.</summary>
    /// <param name="page">The page that shows it.</param>
    /// <param name="text">Its name and number.</param>
    public void Show(object page, string text)
    {
        owner = page;
        Text = text;
        Changed?.Invoke();
    }

    /// <summary>Takes it away, unless another page has put its own there already.</summary>
    /// <param name="page">The page that showed it.</param>
    public void Clear(object page)
    {
        if (!ReferenceEquals(owner, page)) return;
        owner = null;
        Text = null;
        Changed?.Invoke();
    }
}
