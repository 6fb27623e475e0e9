using ContactPoint.Shell.Hosting;

var app = await ShellHost.BuildAsync(new WebApplicationOptions { Args = args });
await app.RunAsync();
