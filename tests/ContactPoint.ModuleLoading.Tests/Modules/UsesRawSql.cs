using System;
using System.Linq;
using System.Threading.Tasks;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.EntityFrameworkCore;

public sealed class TheModule : IAgencyModule
{
    public void Register(ModuleRegistration registration)
    {
        
    }
}
public sealed class Raw(DbContext context) { public void Run() => context.Database.ExecuteSqlRaw("DELETE FROM kernel_audit_entry"); }
