using ServiceDesk.Api.Hosting;

return await CommandLine.RunAsync(args);
