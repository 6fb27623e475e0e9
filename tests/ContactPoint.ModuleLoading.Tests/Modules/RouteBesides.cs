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
        
    }
}
[Microsoft.AspNetCore.Components.Route("/m/plainly/x")]
[Microsoft.AspNetCore.Authorization.Authorize]
public sealed class BesidesPage : Microsoft.AspNetCore.Components.ComponentBase;
