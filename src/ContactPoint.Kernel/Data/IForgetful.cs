using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data;

/// <summary>An owner of rows that are of no use once their time is over: how much somebody used of yesterday's limits, and whom that day's limit counted.</summary>
internal interface IForgetful
{
    /// <summary>Deletes the rows whose time is over.</summary>
    ValueTask ForgetAsync(IUnitOfWork unit);
}
