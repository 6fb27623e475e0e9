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
        registration.Nav(new NavEntry { Text = "Plain", Path = "m/plain", Agency = Agency.Health, Roles = new System.Collections.Generic.HashSet<Role> { Role.Practitioner } });
    }
}
[Microsoft.AspNetCore.Components.Route("/m/plain/{id:guid}")]
[Microsoft.AspNetCore.Authorization.Authorize]
public sealed class PlainPage : Microsoft.AspNetCore.Components.ComponentBase;
