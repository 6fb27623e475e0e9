using System;
using System.Linq;
using System.Threading.Tasks;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;


public sealed class TheModule : IAgencyModule
{
    public void Register(ModuleRegistration registration)
    {
        registration.Nav(new NavEntry { Text = "Out", Path = "m/plain/../../find", Agency = Agency.Health, Roles = new System.Collections.Generic.HashSet<Role>() });
    }
}

