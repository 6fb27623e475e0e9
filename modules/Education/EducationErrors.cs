using ContactPoint.Sdk.Results;

namespace ContactPoint.Modules.Education;

/// <summary>What the module refuses with.</summary>
public static class EducationErrors
{
    /// <summary>The caller's role does not keep the contacts of a school.</summary>
    public static readonly Error NotYours = new("education.contacts-not-yours", "The people to reach at a school are kept by that school’s own staff. Ask your school’s office.");
}
