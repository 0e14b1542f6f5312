using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class UserImportEndpoints
{
    private const long MostBytes = 20 * 1024 * 1024;
    private const string Csv = "text/csv";

    public static void MapUserImport(this IEndpointRouteBuilder api) =>
        api.MapPost("/users/import", Import).WithName(nameof(ImportUsers)).WithTags("People")
            .Accepts<IFormFile>("multipart/form-data", Csv)
            .WithFormOptions(multipartBodyLengthLimit: MostBytes).WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    /// <summary>
    /// Takes people in from a CSV file (in the form's file, or as the body): userName, name, email, phone, site, department, manager,
    /// team, role, language, timeZone, vip. With dryRun=true it only says what would happen.
    /// </summary>
    private static async Task<Ok<UserImport>> Import(
        HttpRequest request, IPeopleFile file, ICurrentUser user, ISender sender, CancellationToken ct, bool dryRun = false)
    {
        // Nothing is read for who may not do this.
        if (user.IsAuthenticated && !user.May(Permissions.UsersManage))
            throw new ForbiddenException(Permissions.UsersManage);
        if (!user.IsAuthenticated)
            throw new UnauthenticatedException();

        return TypedResults.Ok(await sender.Send(new ImportUsers(await RowsAsync(request, file, ct), dryRun), ct));
    }

    private static async Task<IReadOnlyList<PersonRow>> RowsAsync(HttpRequest request, IPeopleFile file, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            return request.ContentType?.Split(';')[0].Trim() is Csv
                ? await file.ReadAsync(request.Body, ct)
                : throw new BadHttpRequestException("Send the file as text/csv or as the file of a form.", StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await FormAsync(request, ct);
        UnknownPartFilter.Demand(form, ["file"], []);
        var sent = form.Files;
        if (sent.Count != 1)
            throw new MalformedRequestException("import.file", "file", "Send one file.");
        await using var content = sent[0].OpenReadStream();
        return await file.ReadAsync(content, ct);
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new MalformedRequestException("import.file", "file", "The body cannot be read as a form.");
        }
    }
}
