using System.Text.Json;

namespace ServiceDesk.Limit;

/// <summary>
/// One request to record. <see cref="Subject"/> is the ticket it is about, if it is about one; replays are about the tickets of
/// <see cref="Supply"/>, which stand exactly as the subject did.
/// </summary>
public sealed record Operation(string Name, string Method, string Path, string? Body, string Token, Guid? Subject, IReadOnlyList<Guid> Supply, bool Idempotent);

public static class Operations
{
    public static IReadOnlyList<Operation> Read(string file) =>
        JsonSerializer.Deserialize<List<Operation>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
}
