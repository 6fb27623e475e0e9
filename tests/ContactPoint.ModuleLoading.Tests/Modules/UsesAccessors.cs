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
internal static class Forge { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "x")] internal static extern void X(CallerContext caller); }
