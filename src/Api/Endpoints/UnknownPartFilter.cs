using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Endpoints;

/// <summary>A part of a form that nobody reads is a mistake worth hearing of, as an unknown member of a body is: 400 that names it.</summary>
internal static class UnknownPartFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var parameters = context.MethodInfo.GetParameters();
        string[] files = [.. parameters.Where(p => p.ParameterType == typeof(IFormFile)).Select(p => p.Name!)];
        string[] fields = [.. parameters.Where(p => p.GetCustomAttributes().Any(a => a is IFromFormMetadata)).Select(p => p.Name!)];
        if (files.Length + fields.Length == 0)
            return next;

        return invocation =>
        {
            Demand(invocation.HttpContext.Request.Form, files, fields);
            return next(invocation);
        };
    }

    /// <summary>For whoever reads the form themselves: only these parts, each once.</summary>
    public static void Demand(IFormCollection form, IReadOnlyCollection<string> files, IReadOnlyCollection<string> fields)
    {
        var sent = form.Files.Select(f => (f.Name, Known: files)).Concat(form.SelectMany(f => f.Value.Select(_ => (Name: f.Key, Known: fields)))).ToList();
        foreach (var (name, known) in sent)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new MalformedRequestException(ProblemCodes.Malformed, name, $"There is no such {(ReferenceEquals(known, files) ? "file" : "field")} in this form. {Choice(files, fields)}");
            if (sent.Count(s => ReferenceEquals(s.Known, known) && s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) > 1)
                throw new MalformedRequestException(ProblemCodes.Malformed, name, "It is sent more than once.");
        }
    }

    private static string Choice(IEnumerable<string> files, IEnumerable<string> fields) => "Known: " + string.Join(", ", [.. files.Select(f => f + " (a file)"), .. fields]) + ".";
}
