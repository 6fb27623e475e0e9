using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>What a super-user sees of the authority's modules.</summary>
/// <param name="Authority">Whose desk.</param>
/// <param name="Modules">The modules that are ready.</param>
/// <param name="Proposals">What waits for a second person.</param>
/// <param name="History">The latest changes, at most 50.</param>
public sealed record ModuleDeskView(LocalAuthorityCode Authority, IReadOnlyList<ModuleDeskEntry> Modules, IReadOnlyList<ModuleProposal> Proposals, IReadOnlyList<ModuleChangeMade> History);

/// <summary>One module.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Switch">Off, read-only or on.</param>
/// <param name="Settings">Its settings.</param>
public sealed record ModuleDeskEntry(string Key, string Name, LocalSetting Switch, IReadOnlyList<LocalSetting> Settings);

/// <summary>A setting as it holds for the authority.</summary>
/// <param name="Setting">What it is.</param>
/// <param name="Value">What holds.</param>
public sealed record LocalSetting(ModuleSetting Setting, string Value)
{
    /// <summary>What a change would do; null where it would change nothing.</summary>
    /// <param name="typed">What was typed or chosen.</param>
    public Result<SettingPreview?> Preview(string? typed)
    {
        var read = SettingForms.Read(Setting, typed);
        if (!read.Succeeded) return read.Error;
        return read.Value == Value ? default(SettingPreview) : new SettingPreview(this, read.Value, SettingForms.Widens(Setting, Value, read.Value));
    }

    /// <summary>A value in words.</summary>
    /// <param name="value">As stored.</param>
    public string Words(string value) => Setting.Kind switch
    {
        SettingKind.YesNo => value == SettingValue.Yes ? "Yes" : "No",
        SettingKind.Choice => Setting.Choices.FirstOrDefault(choice => choice.Value == value)?.Words ?? value,
        _ => value,
    };
}

/// <summary>A change before it is made.</summary>
/// <param name="Setting">What, and what holds now.</param>
/// <param name="After">What would hold.</param>
/// <param name="Widens">True where a second person must confirm it.</param>
public sealed record SettingPreview(LocalSetting Setting, string After, bool Widens);

/// <summary>A change that waits for a second person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Setting">What, with what would hold.</param>
/// <param name="Before">What held when it was proposed.</param>
/// <param name="IsCallers">True when the reader proposed it.</param>
/// <param name="ExpiresAt">Until when it waits.</param>
public sealed record ModuleProposal(Guid Id, string Module, LocalSetting Setting, string Before, bool IsCallers, DateTimeOffset ExpiresAt);

/// <summary>A change that was made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Setting">What, with what held from then on.</param>
/// <param name="Before">What held before.</param>
/// <param name="By">Who changed or proposed it.</param>
/// <param name="ConfirmedBy">Who confirmed it; null where one person was enough.</param>
/// <param name="CanBeUndone">True while it still holds.</param>
public sealed record ModuleChangeMade(Guid Id, DateTimeOffset At, string Module, LocalSetting Setting, string Before, string By, string? ConfirmedBy, bool CanBeUndone);
