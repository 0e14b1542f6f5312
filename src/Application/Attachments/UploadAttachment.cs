using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Attachments;

/// <summary>Uploads a file that a ticket or comment will name; it is given up when none does within a day.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record UploadAttachment(FileUpload File) : ICommand<AttachmentResponse>;

internal sealed class UploadAttachmentValidator : AbstractValidator<UploadAttachment>
{
    public UploadAttachmentValidator() => RuleFor(x => x.File).NotNull();
}

internal sealed class UploadAttachmentHandler(AttachmentDesk desk) : IRequestHandler<UploadAttachment, AttachmentResponse>
{
    public async Task<AttachmentResponse> Handle(UploadAttachment request, CancellationToken ct)
    {
        var attachment = await desk.TakeInAsync(request.File, ct);

        return await desk.SaveAsync(attachment, request.File, ct);
    }
}
