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
public static class Trees { public static object It => System.Linq.Expressions.Expression.Lambda<Func<object>>(System.Linq.Expressions.Expression.New(typeof(CallerContext))).Compile()(); }
