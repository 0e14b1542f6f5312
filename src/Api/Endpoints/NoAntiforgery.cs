namespace ServiceDesk.Api.Endpoints;

/// <summary>Marks what is asked before there is a session, and so without the token that only our pages know.</summary>
internal sealed class NoAntiforgery;
