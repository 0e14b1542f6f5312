using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceDesk.Application.Common;

/// <summary>JSON Merge Patch (RFC 7396) on a stored object: null removes a member, an absent one stays.</summary>
internal static class MergePatch
{
    /// <summary>The patched object as text; a null patch empties it. Nothing changes in the text when nothing differs.</summary>
    public static string Apply(string json, JsonElement? patch)
    {
        var target = JsonNode.Parse(json) as JsonObject ?? [];
        var before = target.DeepClone();
        JsonNode result = patch is { } p ? Merge(target, p) : new JsonObject();
        return JsonNode.DeepEquals(before, result) ? json : result.ToJsonString();
    }

    private static JsonObject Merge(JsonObject target, JsonElement patch)
    {
        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                target.Remove(member.Name);
            else if (member.Value.ValueKind == JsonValueKind.Object)
                target[member.Name] = Merge((target[member.Name] as JsonObject)?.DeepClone().AsObject() ?? [], member.Value);
            else
                target[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return target;
    }
}
