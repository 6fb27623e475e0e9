using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>A keyboard and nothing else; after each key the focus must be on something, and where it came by Tab, to be seen.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostTabs = 60;

    // Name as assistive technology would say it, roughly; whether there is an outline or shadow; whether it lies within the window.
    private const string Focus =
        """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement) return null;
          const by = e.getAttribute('aria-label') ?? [...(e.labels ?? [])].map(l => l.innerText).join(' ') ?? '';
          const style = getComputedStyle(e), box = e.getBoundingClientRect();
          return {
            name: (by || e.innerText || '').trim(), tag: e.tagName, checked: e.checked === true,
            marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
            within: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          };
        }
        """;

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Goes on by Tab until something of this name has the focus.</summary>
    public async Task TabToAsync(string name, bool backwards = false)
    {
        var seen = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            var now = await NowAsync();
            if (now is not null && now.Tag is not ("H1" or "H2") && now.Name.StartsWith(name, StringComparison.Ordinal)) return;
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            now = await NowAsync();
            seen.Add(now?.Name ?? "nothing");
            if (now is null) continue;
            now.Marked.ShouldBeTrue($"the focus is on '{now.Name}' and cannot be seen");
            now.Within.ShouldBeTrue($"the focus is on '{now.Name}', outside the window");
        }

        throw new ShouldAssertException($"No Tab led to '{name}', only to: {string.Join(", ", seen)}");
    }

    /// <summary>Waits until something whose name begins so has the focus, as after a change of page.</summary>
    public async Task FocusIsOnAsync(string name)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await NowAsync() is { } now && now.Name.StartsWith(name, StringComparison.Ordinal)) return;
            await Task.Delay(50);
        }

        throw new ShouldAssertException($"The focus is on '{(await NowAsync())?.Name ?? "nothing"}' instead of '{name}'.");
    }

    /// <summary>Waits for the page to settle; then something must have the focus.</summary>
    public async Task FocusIsSomewhereAsync()
    {
        for (var i = 0; i < 40 && await NowAsync() is null; i++) await Task.Delay(50);
        (await NowAsync()).ShouldNotBeNull("the focus was lost");
    }

    /// <summary>Waits until the choice that has the focus is taken: the answer to the choice before may still be on its way.</summary>
    public async Task IsCheckedAsync(string name)
    {
        for (var i = 0; i < 100 && await NowAsync() is not { Checked: true }; i++) await Task.Delay(50);
        var now = (await NowAsync()).ShouldNotBeNull();
        now.Name.ShouldStartWith(name);
        now.Checked.ShouldBeTrue();
    }

    private Task<FocusNow?> NowAsync() => page.EvaluateAsync<FocusNow?>(Focus);

    private sealed class FocusNow
    {
        public string Name { get; set; } = "";

        public string Tag { get; set; } = "";

        public bool Checked { get; set; }

        public bool Marked { get; set; }

        public bool Within { get; set; }
    }
}
