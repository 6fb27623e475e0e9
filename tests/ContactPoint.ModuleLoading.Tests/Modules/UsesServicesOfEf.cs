using System;
using System.Linq;
using System.Threading.Tasks;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

public sealed class TheModule : IAgencyModule
{
    public void Register(ModuleRegistration registration)
    {
        
    }
}
public sealed class Raw(DbContext context) { public object It => context.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalConnection>(); }
