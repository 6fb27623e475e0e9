using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Corrections;

/// <summary>The value of one field that can be corrected: exactly one of these is there.</summary>
/// <param name="Name">Current name.</param>
/// <param name="Gender">Gender.</param>
/// <param name="DateOfBirth">Date of birth.</param>
/// <param name="Address">Current address.</param>
public sealed record FieldValue(PersonName? Name = null, Gender? Gender = null, DateOnly? DateOfBirth = null, Address? Address = null)
{
    /// <summary>Which field it is of.</summary>
    public CorrectedField Field => this switch
    {
        { Name: not null } => CorrectedField.Name,
        { Gender: not null } => CorrectedField.Gender,
        { DateOfBirth: not null } => CorrectedField.DateOfBirth,
        _ => CorrectedField.Address,
    };

    /// <summary>Whether a source that says the other value says the same.</summary>
    /// <param name="said">What a source says of the same field.</param>
    public bool IsSame(FieldValue said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return (this, said) switch
        {
            ({ Name: { } mine }, { Name: { } theirs }) => IdentityChange.IsSame(mine, theirs),
            ({ Address: { } mine }, { Address: { } theirs }) => ContactChange.Same(mine, theirs),
            _ => Gender == said.Gender && DateOfBirth == said.DateOfBirth && Field == said.Field,
        };
    }

    /// <summary>Redacted.</summary>
    public override string ToString() => "field value";
}
