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
public sealed class Locator(IServiceProvider services) { public object? It => services.GetService(typeof(string)); }
