using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Imports;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>Keeps the files of imports in the database, piece by piece, so that none is ever whole in memory.</summary>
internal sealed class ImportFiles(ServiceDeskDbContext db) : IImportFiles
{
    public async Task QueueAsync(DataImport import, Stream content, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        db.Add(import);
        await db.SaveChangesAsync(ct);
        await WriteAsync(import.Id, content, ct);
        if (own is not null)
            await own.CommitAsync(ct);
    }

    private async Task WriteAsync(ImportId import, Stream content, CancellationToken ct)
    {
        for (var number = 0; ; number++)
        {
            var piece = new byte[ImportChunk.Size];
            var read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ct);
            if (read == 0)
                return;

            var kept = read == piece.Length ? piece : piece[..read];
            await db.Database.ExecuteSqlAsync(
                $"insert into import_chunks (import_id, number, content) values ({import.Value}, {number}, {kept})", ct);
        }
    }

    /// <summary>The file, unpacked when it is gzip.</summary>
    public async Task<Stream> OpenAsync(ImportId import, CancellationToken ct)
    {
        var stream = new ChunkStream(number => PieceAsync(import, number, ct));
        var head = await stream.PeekAsync();
        return head is [0x1f, 0x8b, ..] ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private Task<byte[]?> PieceAsync(ImportId import, int number, CancellationToken ct) =>
        db.Set<ImportChunk>().AsNoTracking().Where(c => c.ImportId == import && c.Number == number).Select(c => c.Content).SingleOrDefaultAsync(ct);

    /// <summary>Reads piece after piece, one at a time.</summary>
    private sealed class ChunkStream(Func<int, Task<byte[]?>> next) : Stream
    {
        private byte[] piece = [];
        private int number;
        private int at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async Task<byte[]> PeekAsync() => await FillAsync() ? piece : [];

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!await FillAsync())
                return 0;

            var count = Math.Min(buffer.Length, piece.Length - at);
            piece.AsMemory(at, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private async Task<bool> FillAsync()
        {
            if (at < piece.Length)
                return true;

            piece = await next(number++) ?? [];
            at = 0;
            return piece.Length > 0;
        }
    }
}
