using System.Linq.Expressions;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Attachments;

/// <summary>A file, without its bytes.</summary>
public sealed record AttachmentResponse
{
    public required Guid Id { get; init; }

    /// <summary>The name it is saved under: cleaned of whatever could mislead.</summary>
    public required string Name { get; init; }

    /// <summary>What its first bytes prove it to be.</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>The comment it came with.</summary>
    public required Guid? CommentId { get; init; }
    public required Visibility Visibility { get; init; }
    public required PersonRef UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    internal static Expression<Func<Attachment, AttachmentResponse>> From(IServiceDeskDb db) => a => new AttachmentResponse
    {
        Id = a.Id.Value,
        Name = a.Name,
        MediaType = a.MediaType,
        Size = a.Size,
        Sha256 = Convert.ToHexStringLower(a.Hash),
        CommentId = a.CommentId,
        Visibility = a.Visibility,
        UploadedBy = new PersonRef(a.UploadedById.Value, db.Users.Where(u => u.Id == a.UploadedById).Select(u => u.Name).First()),
        UploadedAt = a.UploadedAt,
    };
}
