namespace ContactPoint.Modules.Education.Contacts;

/// <summary>The functions at a school that colleagues must reach: a closed list. Stored by number.</summary>
public enum SchoolFunction
{
    /// <summary>Designated safeguarding lead.</summary>
    SafeguardingLead = 1,

    /// <summary>Special educational needs co-ordinator.</summary>
    Senco = 2,

    /// <summary>Attendance.</summary>
    Attendance = 3,

    /// <summary>Designated teacher for looked-after children.</summary>
    DesignatedTeacher = 4,

    /// <summary>The school office out of hours.</summary>
    OutOfHours = 5,
}
