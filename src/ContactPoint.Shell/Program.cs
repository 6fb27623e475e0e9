using ContactPoint.Shell;
using ContactPoint.Shell.Errors;
using ContactPoint.Shell.Gallery;
using ContactPoint.Shell.Health;
using ContactPoint.Shell.Hosting;
using ContactPoint.Shell.Security;
using ContactPoint.Shell.StaticPages;

var builder = WebApplication.CreateBuilder(args);

builder.AddShellServer();
builder.Services.AddShellPages();
builder.Services.AddStaticPages();
builder.Services.AddShellHealth();
builder.Services.AddShellSecurityHeaders(await ThemeStyleHashes.ComputeAsync());

var app = builder.Build();

app.UseShellSecurityHeaders();
app.UseErrorPages();
app.UseResponseCompression();
app.UseRequestLocalization();
app.UseMiddleware<HubOriginCheck>();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapShellHealth();
app.MapRazorComponents<App>().AddShellRenderMode();
if (app.Environment.IsDevelopment())
    app.MapStaticGallery();

await app.RunAsync();
