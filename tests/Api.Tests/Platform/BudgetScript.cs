using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceDesk.Api.Tests.Imports;
using ServiceDesk.Api.Tests.People;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>One line of statement-budgets.txt.</summary>
internal sealed partial record BudgetLine(string Text, string Caller, string Method, string Path, bool Repeated, int? Budget, string Body, string? Keeps)
{
    public static BudgetLine? Parse(string text)
    {
        if (text.StartsWith('#') || text.Length == 0)
            return null;
        if (text == "-- deliver")
            return new BudgetLine(text, "", "", "", false, null, "", null);

        var m = Shape().Match(text);
        Assert.That(m.Success, text);
        int? budget = m.Groups["budget"].Value == "?" ? null : int.Parse(m.Groups["budget"].Value, CultureInfo.InvariantCulture);
        return new BudgetLine(
            text, m.Groups["caller"].Value, m.Groups["method"].Value, m.Groups["path"].Value, m.Groups["star"].Length > 0, budget,
            m.Groups["body"].Value.Trim(), m.Groups["keeps"] is { Success: true } keeps ? keeps.Value : null);
    }

    public string With(int budget)
    {
        var written = Shape().Match(Text).Groups["budget"];
        return Text[..written.Index] + budget.ToString(CultureInfo.InvariantCulture) + Text[(written.Index + written.Length)..];
    }

    [GeneratedRegex(@"^(?<caller>\S+)\s+(?<method>[A-Z]+)\s+(?<path>\S+)\s+(?<star>\*?)(?<budget>\?|\d+)(?<body>(?: (?!> \S+$).*?)?)(?: > (?<keeps>\S+))?$")]
    private static partial Regex Shape();
}

/// <summary>Makes the requests of the lines, each with what the earlier ones left.</summary>
internal sealed partial class BudgetScript(Desk desk, string run, IReadOnlyDictionary<string, Guid> names)
{
    private readonly Dictionary<string, List<string>> kept = names.ToDictionary(n => n.Key, n => new List<string> { n.Value.ToString() });
    private readonly Dictionary<string, ApiClient> sessions = [];
    private int made;

    /// <summary>Who the caller is and what they may do is known for two seconds.</summary>
    public Task MakeKnownAsync(BudgetLine line) =>
        line.Caller == "nobody" ? Task.CompletedTask : (line.Caller[0] == '@' ? sessions[line.Caller] : desk.As(line.Caller)).Get("session");

    public async Task<Answer> SendAsync(BudgetLine line, int time, string traceparent)
    {
        made++;
        using var request = new HttpRequestMessage(new HttpMethod(line.Method), "/api/v1/" + Fill(line.Path, time)) { Content = Content(line, time) };
        request.Headers.Add("traceparent", traceparent);
        var client = line.Caller == "nobody" ? desk.Nobody() : line.Caller[0] == '@' ? sessions[line.Caller] : desk.As(line.Caller);
        var answer = await client.Send(request);
        Assert.That((int)answer.Status, Is.InRange(200, 299), $"{line.Text}\n{answer.Text}");
        Keep(line, answer, client);
        return answer;
    }

    private void Keep(BudgetLine line, Answer answer, ApiClient client)
    {
        if (line.Keeps is not { } keeps)
            return;
        var (name, member) = keeps.Split('=') is [var left, var right] ? (left, right) : (keeps, "id");
        var value = answer.Json;
        foreach (var step in member.Split('.'))
            value = int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? value[index] : value.GetProperty(step);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (!kept.TryGetValue(name, out var all))
            kept[name] = all = [];
        all.Add(text);
        if (name[0] != '@')
            return;
        client.Http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", text);
        sessions[name] = client;
    }

    private HttpContent? Content(BudgetLine line, int time)
    {
        var body = Fill(line.Body, time);
        if (body.StartsWith("file:", StringComparison.Ordinal))
            return new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(body[5..])), "file", "note.txt" } };
        if (body.StartsWith("csv:", StringComparison.Ordinal))
            return new StringContent(body[4..].Replace('|', '\n'), Encoding.UTF8, "text/csv");
        if (body.StartsWith("import:", StringComparison.Ordinal))
            return new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.UTF8.GetBytes(Excerpt.Heading + "\n" + Excerpt.Lines.First())), "file", "log.csv" },
                { new StringContent("servicenow-event-log"), "profile" },
            };
        return line.Method == "GET" || (line.Method == "DELETE" && body.Length == 0) ? null : new StringContent(body.Length == 0 ? "{}" : body, Encoding.UTF8, "application/json");
    }

    // What is new each time has letters and digits only, so that it may be a key.
    private string Fill(string text, int time) => Name().Replace(
        text.Replace("$", string.Create(CultureInfo.InvariantCulture, $"{run}{made}"), StringComparison.Ordinal),
        m => m.Value == "<totp>" ? Authenticator.Code(kept["factor"][^1]) : m.Groups["each"].Success ? kept[m.Groups["name"].Value][time] : kept[m.Groups["name"].Value][^1]);

    [GeneratedRegex("<(?<each>each:)?(?<name>[A-Za-z-]+)>")]
    private static partial Regex Name();
}
