namespace ContactPoint.Ui.Data;

/// <summary>One piece of evidence in a comparison.</summary>
/// <param name="Label">What was compared: "Family name".</param>
/// <param name="Weight">Bits of evidence: above 0 for the same person, below 0 against.</param>
/// <param name="Note">How they compared, in words: "one letter off".</param>
public sealed record WaterfallStep(string Label, double Weight, string? Note = null);
