using ContactPoint.Browser.Tests;
using ContactPoint.Browser.Tests.Crash;
using Xunit.MicrosoftTestingPlatform;

if (args is [CrashChild.Argument, .. var rest]) return await CrashChild.RunAsync(rest);
return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
