using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

/// <summary>What people are writing on tickets of any practice, and who has one open.</summary>
internal static class TicketWritingEndpoints
{
    public static void MapTicketWriting(this IEndpointRouteBuilder api)
    {
        var ticket = api.MapGroup("/tickets/{id}").WithTags("Drafts and presence");
        ticket.MapGet("/drafts/{kind}", Get).WithName(nameof(GetDraft));
        ticket.MapPut("/drafts/{kind}", Save).WithName(nameof(SaveDraft));
        ticket.MapDelete("/drafts/{kind}", Discard).WithName(nameof(DiscardDraft));
        ticket.MapGet("/presence", Present).WithName(nameof(ListPresence));
        ticket.MapPost("/presence", Announce).WithName(nameof(AnnouncePresence));
        ticket.MapDelete("/presence", Leave).WithName(nameof(LeaveTicket));
        ticket.MapPut("/read", Read).WithName(nameof(MarkTicketRead));
        api.MapGet("/tickets/presence", PresentAnywhere).WithName(nameof(ListPresences)).WithTags("Drafts and presence");
    }

    /// <summary>The caller's draft of a reply or a note; 204 when there is none.</summary>
    private static async Task<Results<Ok<DraftResponse>, NoContent>> Get(TicketKey id, Word<DraftKind> kind, ISender sender, CancellationToken ct) =>
        await sender.Send(new GetDraft(id, kind.Value), ct) is { } draft ? TypedResults.Ok(draft) : TypedResults.NoContent();

    /// <summary>Keeps what the caller is writing; sending it as a comment removes it.</summary>
    private static async Task<Ok<DraftResponse>> Save(TicketKey id, Word<DraftKind> kind, DraftBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new SaveDraft(id, kind.Value, body.Body, body.ConversationVersion), ct));

    /// <summary>Throws the caller's draft away.</summary>
    private static async Task<NoContent> Discard(TicketKey id, Word<DraftKind> kind, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DiscardDraft(id, kind.Value), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Who has the ticket open now.</summary>
    private static async Task<Ok<Page<PresenceResponse>>> Present(TicketKey id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListPresence(id), ct));

    /// <summary>Says that the caller has it open and what they do; repeat it within 30 seconds. The event stream tells the others.</summary>
    private static async Task<Ok<Page<PresenceResponse>>> Announce(TicketKey id, PresenceBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new AnnouncePresence(id, body.Activity), ct));

    /// <summary>Says that the caller closed it.</summary>
    private static async Task<NoContent> Leave(TicketKey id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new LeaveTicket(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// The caller has read what was written up to an instant: the time of the newest message they saw, or now. It only moves on; what others write later is
    /// unread in lists and found by has:unread.
    /// </summary>
    private static async Task<NoContent> Read(TicketKey id, ReadBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new MarkTicketRead(id, body.Until), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Who has which ticket open now, of those the caller sees; the 500 seen last. The event stream tells what changes.</summary>
    private static async Task<Ok<Page<TicketPresence>>> PresentAnywhere(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListPresences(), ct));

    internal sealed record DraftBody(string Body, long? ConversationVersion = null);

    internal sealed record ReadBody(DateTimeOffset? Until = null);

    internal sealed record PresenceBody(PresenceActivity Activity);
}
