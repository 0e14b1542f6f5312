using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Attachments;

/// <summary>Takes a file in, and finds those a caller may see.</summary>
public sealed class AttachmentDesk(IServiceDeskDb db, ICurrentUser user, IAttachmentStore store, IEnumerable<IAttachmentScanner> scanners, TimeProvider clock)
{
    private const int BeginningSize = 64;

    public Act Act => new(user.Id, clock.GetUtcNow());

    /// <summary>Checks and keeps the bytes and adds the record to the unit of work; <see cref="SaveAsync"/> ends it.</summary>
    public async Task<Attachment> TakeInAsync(FileUpload file, CancellationToken ct)
    {
        var name = FileNames.Clean(file.Name);
        if (file.Size == 0)
            throw RuleViolationException.Meaning("attachment.empty", "The file is empty.");
        if (file.Size > Attachment.MaxSize)
            throw new TooLargeException($"A file may have {Attachment.MaxSize / 1024 / 1024} MB.");
        if (FileNames.IsProgram(name))
            throw RuleViolationException.Meaning("attachment.type_refused", $"Programs are not taken ({Path.GetExtension(name)}). Put it into an archive if it must be.");

        await using (var content = file.Open())
        {
            foreach (var scanner in scanners)
            {
                if (await scanner.FindAsync(content, ct) is { } found)
                    throw RuleViolationException.Meaning("attachment.infected", $"The scanner found {found}.");
                content.Position = 0;
            }
        }

        var stored = await KeepAsync(file, ct);
        var attachment = Attachment.Upload(name, await TypeAsync(file, name, ct), stored.Size, stored.Hash, Act);
        db.Set<Attachment>().Add(attachment);
        if (FileTexts.MayBe(name) && FileTexts.Read(await BeginningAsync(file, FileTexts.MostBytes, ct)) is { } text)
            db.Set<AttachmentText>().Add(AttachmentText.Of(attachment.Id, text));
        return attachment;
    }

    /// <summary>Saves, and makes sure that the bytes were not cleared away as unused in the moment before.</summary>
    public async Task<AttachmentResponse> SaveAsync(Attachment attachment, FileUpload file, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (!store.Holds(attachment.Hash))
            await KeepAsync(file, ct);
        return await db.Set<Attachment>().AsNoTracking().Where(a => a.Id == attachment.Id).Select(AttachmentResponse.From(db)).SingleAsync(ct);
    }

    /// <summary>The files of a ticket that the caller may see; who may not see the ticket finds nothing.</summary>
    public IQueryable<Attachment> VisibleOf(TicketId ticket)
    {
        var notes = db.Tickets.Within(user.ReachOf(Permissions.CommentsReadInternal));
        return db.Set<Attachment>().Where(a => a.TicketId == ticket && a.RemovedAt == null
            && (a.Visibility == Visibility.Public ? db.Tickets.Any(t => t.Id == ticket) : notes.Any(t => t.Id == ticket)));
    }

    private async Task<StoredFile> KeepAsync(FileUpload file, CancellationToken ct)
    {
        await using var content = file.Open();
        return await store.SaveAsync(content, ct);
    }

    private static async Task<string> TypeAsync(FileUpload file, string name, CancellationToken ct) =>
        MediaTypes.Of(await BeginningAsync(file, BeginningSize, ct), name);

    private static async Task<byte[]> BeginningAsync(FileUpload file, int most, CancellationToken ct)
    {
        var beginning = new byte[Math.Min(most, file.Size)];
        await using var content = file.Open();
        var read = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, ct);
        return beginning[..read];
    }
}

/// <summary>A file as it was sent; <see cref="Open"/> reads it from its beginning, as often as wanted.</summary>
public sealed record FileUpload(string? Name, long Size, Func<Stream> Open);
