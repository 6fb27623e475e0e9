using ContactPoint.Tool.Cli;

return await ToolCommand.RunAsync(args, ToolStreams.OfProcess());
