using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>The most that a row can score whose names agree at given levels, once the rows of the date and of the place have been seen.</summary>
/// <remarks>
/// A row may be read three ways. It is in the pairs of each way in which both names agree, so each way need only bound itself and the plain
/// reading with one name that differs. Levels that cannot get in are not looked for at all.
/// </remarks>
internal readonly struct PairBounds
{
    private readonly ScoreSheet _sheet;
    private readonly TopHits _top;
    private readonly int _rest;
    private readonly int _oneName;
    private readonly int _neighbour;

    /// <param name="sheet">The weights.</param>
    /// <param name="plan">The query.</param>
    /// <param name="top">What was found so far.</param>
    /// <param name="datesSeen">Whether rows without a date were seen as well.</param>
    /// <param name="hasMiddle">Whether a middle name was asked for.</param>
    public PairBounds(ScoreSheet sheet, QueryPlan plan, TopHits top, bool datesSeen, bool hasMiddle)
    {
        (_sheet, _top) = (sheet, top);
        var date = plan.Date is null ? 0 : sheet.Date[(int)DateLevel.Different];
        if (!datesSeen)
            date = Math.Max(0, date);
        var place = plan.Outward is null ? 0 : Math.Max(0, Math.Max(sheet.Postcode[(int)PostcodeLevel.Area], sheet.Postcode[(int)PostcodeLevel.Different]));
        _neighbour = plan.Inward is null ? 0 : Math.Max(0, sheet.Postcode[(int)PostcodeLevel.OneCharacter] - place);
        var middle = hasMiddle ? Math.Max(0, sheet.Middle.Max()) : 0;
        _rest = date + place + middle
            + (plan.Age is null ? 0 : Math.Max(0, sheet.Age.Max())) + (plan.Gender == RecordedGender.NotSpecified ? 0 : Math.Max(0, sheet.Gender.Max()));
        _oneName = Math.Max(
            sheet.Family.Max() + Math.Max(0, sheet.Given[(int)NameLevel.Different]), sheet.Given.Max() + Math.Max(0, sheet.Family[(int)NameLevel.Different]));
    }

    /// <summary>Whether pairs of these levels may still get in: family name as such, given name as such.</summary>
    public bool Direct(NameLevel family, NameLevel given) => Fits(_sheet.Family[(int)family] + _sheet.Given[(int)given]);

    /// <summary>The given name asked for as family name, the family name as given name.</summary>
    public bool Swapped(NameLevel given, NameLevel family) => Fits(Math.Max(
        _oneName, _sheet.GivenAsFamily[(int)given] + _sheet.FamilyAsGiven[(int)family] + _sheet.Model.OrderWeight(NameOrder.Swapped)));

    /// <summary>The given name asked for as middle name.</summary>
    public bool MiddleUsed(NameLevel family, NameLevel given) => Fits(_sheet.Family[(int)family] + Math.Max(
        Math.Max(0, _sheet.Given[(int)NameLevel.Different]), _sheet.GivenAsMiddle[(int)given] + _sheet.Model.OrderWeight(NameOrder.MiddleUsed)));

    /// <summary>Whether a row may get in whose postcode is the one asked for but for a character of the district.</summary>
    public bool Neighbour()
    {
        var direct = _sheet.Family.Max() + _sheet.Given.Max();
        var swapped = _sheet.GivenAsFamily.Max() + _sheet.FamilyAsGiven.Max() + _sheet.Model.OrderWeight(NameOrder.Swapped);
        var used = _sheet.Family.Max() + _sheet.GivenAsMiddle.Max() + _sheet.Model.OrderWeight(NameOrder.MiddleUsed);
        return Fits(Math.Max(Math.Max(direct, _oneName), Math.Max(swapped, used)) + _neighbour);
    }

    private bool Fits(int names) => names + _rest >= _top.Threshold;
}
