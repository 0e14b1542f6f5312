using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Replies;

namespace ServiceDesk.Application.Replies;

/// <summary>A canned reply, in the reader's language and in both.</summary>
public sealed record ReplyResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required LocalizedText Names { get; init; }

    /// <summary>Markdown with places such as {{requester.name}}.</summary>
    public required string Body { get; init; }
    public required LocalizedText Bodies { get; init; }
    public required SharingScope Scope { get; init; }
    public required NamedRef? Team { get; init; }
    public required PersonRef Owner { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>Reads canned replies.</summary>
public sealed class ReplyReader(IServiceDeskDb db, ICurrentUser user, SharingRules sharing)
{
    public IQueryable<CannedReply> Usable => sharing.Usable(db.Set<CannedReply>());

    public async Task<List<ReplyResponse>> ListAsync(IQueryable<CannedReply> replies, CancellationToken ct)
    {
        var language = user.Language;
        var french = language == "fr";
        var rows = await replies.AsNoTracking().Select(r => new
        {
            Reply = r,
            Owner = db.Users.Where(u => u.Id == r.OwnerId).Select(u => u.Name).First(),
            Team = db.Teams.Where(t => t.Id == r.TeamId).Select(t => french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr).FirstOrDefault(),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => new ReplyResponse
        {
            Id = r.Reply.Id.Value,
            Name = r.Reply.Name.In(language),
            Names = r.Reply.Name,
            Body = r.Reply.Body.In(language),
            Bodies = r.Reply.Body,
            Scope = r.Reply.Scope,
            Team = r.Reply.TeamId is { } team ? new NamedRef(team.Value, r.Team!) : null,
            Owner = new PersonRef(r.Reply.OwnerId.Value, r.Owner),
            CreatedAt = r.Reply.CreatedAt,
            UpdatedAt = r.Reply.UpdatedAt,
            Version = r.Reply.Version,
        });
    }

    public async Task<ReplyResponse> GetAsync(CannedReplyId id, CancellationToken ct) =>
        (await ListAsync(Usable.Where(r => r.Id == id), ct)).SingleOrDefault() ?? throw new NotFoundException("The reply");
}
