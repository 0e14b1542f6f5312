namespace ServiceDesk.Application.Attachments;

/// <summary>Where the bytes lie, named by their SHA-256.</summary>
public interface IAttachmentStore
{
    /// <summary>Keeps the bytes, on disk when this returns.</summary>
    Task<StoredFile> SaveAsync(Stream content, CancellationToken ct);

    bool Holds(byte[] hash);

    /// <summary>The bytes from their beginning, seekable.</summary>
    Stream Open(byte[] hash);
}

public sealed record StoredFile(byte[] Hash, long Size);

/// <summary>
/// Looks into what is uploaded before anybody can fetch it. None is registered by default; one that speaks to a virus scanner answers
/// with the name of what it found, or null.
/// </summary>
public interface IAttachmentScanner
{
    Task<string?> FindAsync(Stream content, CancellationToken ct);
}
