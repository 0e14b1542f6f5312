using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using ServiceDesk.Application.Attachments;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Infrastructure.Storage;

/// <summary>
/// Files by their SHA-256 in the data folder, outside any web root: written beside, synced, then renamed, so that a file is there whole
/// or not at all. Servers may share the folder.
/// </summary>
public sealed class AttachmentFolder(string root) : IAttachmentStore
{
    public string Root { get; } = root;

    public static AttachmentFolder Of(IConfiguration configuration) => new(Path.Combine(DataFolder.Resolve(configuration[DataFolder.Variable]), "attachments"));

    public string PathOf(byte[] hash)
    {
        var name = Convert.ToHexStringLower(hash);
        return Path.Combine(Root, name[..2], name);
    }

    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken ct)
    {
        var incoming = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "incoming")).FullName, Path.GetRandomFileName());
        try
        {
            var (hash, size) = await WriteAsync(content, incoming, ct);
            var path = PathOf(hash);
            if (!TryTouch(path))
            {
                var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
                File.Move(incoming, path, overwrite: true);
                SyncFolder(folder);
                SyncFolder(Root);
            }

            return new StoredFile(hash, size);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public bool Holds(byte[] hash) => File.Exists(PathOf(hash));

    public Stream Open(byte[] hash) => new FileStream(PathOf(hash), new FileStreamOptions
    {
        Access = FileAccess.Read,
        Mode = FileMode.Open,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    /// <summary>
    /// Deletes a file unless it was written or asked for again since <paramref name="unusedSince"/>, or <paramref name="isUsed"/> says
    /// so when it is out of reach already: an upload of the same bytes at the same moment either sees it gone or is seen.
    /// </summary>
    public async Task RemoveAsync(byte[] hash, DateTimeOffset unusedSince, Func<Task<bool>> isUsed)
    {
        var path = PathOf(hash);
        var aside = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "outgoing")).FullName, Path.GetFileName(path));
        if (!File.Exists(path))
            return;

        File.Move(path, aside, overwrite: true);
        if (File.GetLastWriteTimeUtc(aside) > unusedSince.UtcDateTime || await isUsed())
            File.Move(aside, path, overwrite: true);
        else
            File.Delete(aside);
    }

    private static async Task<(byte[] Hash, long Size)> WriteAsync(Stream content, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return (hash.GetHashAndReset(), file.Length);
    }

    private static bool TryTouch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // A rename is on disk when its folder is.
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = OpenFolder(folder, 0);
        if (descriptor < 0)
            return;

        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
