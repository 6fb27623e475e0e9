using System.Globalization;
using ContactPoint.Tool.Cli;

// One language and one way to write dates and figures, whatever the machine is set to: the same as the pages.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

return await ToolCommand.RunAsync(args, ToolStreams.OfProcess());
