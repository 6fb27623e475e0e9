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
        typeof(RecordPass).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).First().Invoke(new object?[0]);
    }
}

