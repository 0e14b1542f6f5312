using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>A canned reply with its places filled for a ticket, in the requester's language unless another is asked for. Sends nothing.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RenderReply(Guid ReplyId, TicketKey Ticket, string? Language) : IQuery<RenderedReply>;

/// <summary>The text to go on writing with, and the places that had nothing to be filled with.</summary>
public sealed record RenderedReply(string Body, string Language, IReadOnlyList<string> Missing);

internal sealed class RenderReplyValidator : AbstractValidator<RenderReply>
{
    public RenderReplyValidator() => RuleFor(x => x.Language).Must(l => l is null or "en" or "fr").WithMessage("en or fr.");
}

internal sealed class RenderReplyHandler(ReplyReader reader, Filling filling) : IRequestHandler<RenderReply, RenderedReply>
{
    public async Task<RenderedReply> Handle(RenderReply request, CancellationToken ct)
    {
        var reply = await reader.GetAsync(new CannedReplyId(request.ReplyId), ct);
        var (values, language) = await filling.OfTicketAsync(request.Ticket, request.Language, ct);
        var text = reply.Bodies.In(language);
        return new RenderedReply(Placeholders.Fill(text, values), language, Filling.Missing(values, text));
    }
}
