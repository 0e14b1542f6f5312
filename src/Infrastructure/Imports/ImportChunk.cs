using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>A piece of an import's file, as it was sent. Kept in the database, where every server finds it, until the import is over.</summary>
public sealed class ImportChunk
{
    public const int Size = 512 * 1024;

    public ImportId ImportId { get; init; }
    public int Number { get; init; }
    public byte[] Content { get; init; } = [];
}
