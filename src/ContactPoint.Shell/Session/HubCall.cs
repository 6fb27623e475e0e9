using Microsoft.AspNetCore.SignalR;

namespace ContactPoint.Shell.Session;

/// <summary>What a call to the circuits' hub is, by the names of Blazor's protocol.</summary>
internal readonly record struct HubCall(bool IsStart, bool IsReturn, bool IsEvent, bool IsUserAct, bool IsUpload, bool IsAnswer, string? Secret)
{
    public static HubCall Of(HubInvocationContext context)
    {
        var arguments = context.HubMethodArguments;
        var isEvent = context.HubMethodName is "BeginInvokeDotNetFromJS" or "OnLocationChanged" or "OnLocationChanging" or "UpdateRootComponents";
        var isReturn = context.HubMethodName is "ConnectCircuit" or "ResumeCircuit";
        return new HubCall(
            context.HubMethodName is "StartCircuit",
            isReturn,
            isEvent,

            // The browser's own events and navigation. Script of a component may call as well, on a timer: that is no activity.
            context.HubMethodName is "OnLocationChanged" || (context.HubMethodName is "BeginInvokeDotNetFromJS" && arguments.Any(argument => argument is "DispatchEventAsync")),

            // Pieces of a file come as quickly as the line carries them; their size is limited where they are read.
            context.HubMethodName is "ReceiveJSDataChunk" or "ReceiveByteArray",
            context.HubMethodName is "EndInvokeJSFromDotNet" or "OnRenderCompleted",
            isReturn ? arguments.OfType<string>().FirstOrDefault() : null);
    }
}
