using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ServiceDesk.Api.Problems;

/// <summary>What the type of a problem leads to: what the code means and what to do, for people and for programs.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this WebApplication app) => app.MapGet("/problems/{code}", Show).ExcludeFromDescription();

    /// <summary>The same as one page of the documentation: docs/problems/README.md.</summary>
    public static string Document()
    {
        var page = new StringBuilder("# Problems\n\nEvery `code` an error of the API can have. Generated: `./run problems > docs/problems/README.md`.\n");
        foreach (var area in ProblemCatalog.All.GroupBy(e => e.Area))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n| code | status | what it means | what to do |\n| --- | --- | --- | --- |\n");
            foreach (var entry in area)
                page.Append(CultureInfo.InvariantCulture, $"| <a id=\"{entry.Code}\"></a>`{entry.Code}` | {entry.Status} | {entry.En.Title}<br>*{entry.Fr.Title}* | {entry.En.Remedy}<br>*{entry.Fr.Remedy}* |\n");
        }

        return page.ToString();
    }

    private static Results<Ok<ProblemEntry>, ContentHttpResult, ProblemHttpResult> Show(string code, HttpContext http)
    {
        if (ProblemCatalog.Find(code) is not { } entry)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

        var accept = http.Request.Headers.Accept.ToString();
        if (!accept.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Ok(entry);

        var language = http.Request.Headers.AcceptLanguage.ToString().StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        var text = entry.In(language);
        return TypedResults.Text(
            $"""
            <!doctype html>
            <html lang="{language}"><meta charset="utf-8"><title>{WebUtility.HtmlEncode(entry.Code)}</title>
            <h1>{WebUtility.HtmlEncode(text.Title)}</h1>
            <p>{WebUtility.HtmlEncode(text.Remedy)}</p>
            <p><code>{WebUtility.HtmlEncode(entry.Code)}</code> · {entry.Status}</p>
            </html>
            """,
            "text/html; charset=utf-8");
    }
}
