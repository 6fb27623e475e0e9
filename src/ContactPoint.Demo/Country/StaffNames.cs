namespace ContactPoint.Demo.Country;

/// <summary>The people and bodies of Salford that the story and the demo people need by name.</summary>
internal static class StaffNames
{
    public const string Hospital = "Irwell Valley Hospitals Trust";
    public const string Voluntary = "Quays Young Carers";
    public const string YouthService = "Salford Youth Service";
    public const string EducationService = "Salford Education Service";

    public const string EmergencyNurse = "Amina Warsame";
    public const string SchoolNurse = "Bridget Tierney";
    public const string PastoralLead = "Helen Ashworth";
    public const string FamilySupportWorker = "Amara Osei";
    public const string SocialWorker = "Daniel Reid";
    public const string YouthWorker = "Marcus Lindo";
    public const string YouthOffendingWorker = "Priya Nair";
    public const string VoluntaryWorker = "Tom Grimshaw";
    public const string WelfareOfficer = "Joanne Fielding";
}
