using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Problems;

/// <summary>The whole table from what is thrown to what is answered.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, IProblemDetailsService problems, IHostApplicationLifetime life, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext httpContext)
    {
        try
        {
            await next(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer.
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested && !httpContext.Response.HasStarted)
        {
            // Kestrel gives up a body that is still arriving; nothing was done with it.
            await AnswerAsync(httpContext, new StoppingException(), httpContext.RequestAborted);
        }
        catch (Exception e) when (!httpContext.Response.HasStarted)
        {
            await AnswerAsync(httpContext, e, httpContext.RequestAborted);
        }
    }

    private async Task AnswerAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Response.Headers.Remove("ETag");
        httpContext.Response.Headers.Remove("Location");
        var problem = Describe(exception, httpContext.GetEndpoint());
        if (exception is PreconditionFailedException stale)
            await CurrentRepresentation.AddAsync(problem, stale, httpContext, cancellationToken);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = "5";
        if (exception is TooManyAttemptsException { RetryAfter: var wait })
            httpContext.Response.Headers.RetryAfter = Math.Max(1, (int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status500InternalServerError)
            ProblemLog.Unexpected(log, exception, httpContext.Request.Method, httpContext.Request.Path);
        httpContext.Response.StatusCode = problem.Status!.Value;

        // A refusal is told in JSON whatever form the answer was to have.
        httpContext.Request.Headers.Accept = "application/problem+json";
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    internal static ProblemDetails Describe(Exception exception, Endpoint? endpoint = null) => exception switch
    {
        ValidationException e => With(Make(400, ProblemCodes.Validation, "The request is not valid.", "Some members are not valid; see errors."),
            ("errors", e.Errors.GroupBy(f => f.PropertyName).ToDictionary(g => g.Key, g => g.Select(f => f.ErrorMessage).ToArray()))),
        MalformedRequestException e => With(Make(400, e.Code, "The request is malformed.", e.Message),
            ("errors", new Dictionary<string, string[]> { [e.Member] = [e.Message] })),
        BadHttpRequestException e => Malformed(e, endpoint),
        StartingException => Make(503, ProblemCodes.Starting, "This server is starting.", "Nothing was done. Send it again in a few seconds."),
        StoppingException => Make(503, ProblemCodes.Stopping, "This server is stopping.", "Nothing was done. Send it again."),
        TooLargeException e => Make(413, ProblemCodes.TooLarge, "This is too large.", e.Message),
        UnauthenticatedException e => Make(401, ProblemCodes.Unauthenticated, "Sign in first.", e.Message),
        ForbiddenException e => With(Make(403, ProblemCodes.Forbidden, "You may not do this.", e.Message), ("permission", e.Permission)),
        TooManyAttemptsException e => Make(429, "session.locked_out", "Too many failures.", e.Message),
        NotFoundException e => Make(404, ProblemCodes.NotFound, "Not found.", e.Message),
        PreconditionFailedException e => Make(412, ProblemCodes.EditedMeanwhile, "It was changed meanwhile.", e.Message),
        ConversationMovedException e => With(Make(409, ProblemCodes.ConversationMoved, "There are newer messages.", e.Message),
            ("conversationVersion", e.ConversationVersion), ("newer", e.Newer)),
        InvalidTransitionException e => With(Make(409, e.Code, "Not possible in this state.", e.Message), ("state", e.State), ("allowed", e.Allowed)),
        TicketClosedException e => With(Make(409, e.Code, "This ticket is closed.", e.Message), ("allowed", e.Allowed)),
        RuleViolationException { Member: { } member } e => With(Make(422, e.Code, "A rule forbids this.", e.Message),
            ("errors", new Dictionary<string, string[]> { [member] = [e.Message] })),
        RuleViolationException { Members: { } members } e => With(Make(422, e.Code, "A rule forbids this.", e.Message),
            ("errors", members.ToDictionary(m => m.Key, m => new[] { m.Value }))),
        RuleViolationException { Kind: RuleKind.Right } e => Make(403, e.Code, "You may not do this.", e.Message),
        RuleViolationException e => Make(e.Kind == RuleKind.State ? 409 : 422, e.Code, "A rule forbids this.", e.Message),
        DbUpdateConcurrencyException => Make(409, ProblemCodes.Busy, "It is being changed by others.", "Several changes came at once. Try again."),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } e } => UniqueConstraints.Describe(e.ConstraintName),
        _ when DatabaseFailure.In(exception) is { } failure => failure switch
        {
            DatabaseFailure.Kind.DiskFull => Make(503, ProblemCodes.DiskFull, "The disk of the database is full.", "Nothing was changed. Reading goes on; an administrator must make room."),
            DatabaseFailure.Kind.TimedOut => Make(503, ProblemCodes.StatementTimedOut, "The database took too long.", "Try again in a few seconds, or ask for less."),
            _ => Make(503, ProblemCodes.Unavailable, "The database cannot be reached.", "Try again in a few seconds."),
        },
        _ => Make(500, ProblemCodes.Unexpected, "Something went wrong on our side.", "The trace id helps us to find out what."),
    };

    private static ProblemDetails Malformed(BadHttpRequestException e, Endpoint? endpoint)
    {
        if (e.StatusCode != StatusCodes.Status400BadRequest)
            return Make(e.StatusCode, ProblemCodes.OfStatus(e.StatusCode), "The request is malformed.", e.Message);
        if (MalformedRequest.Describe(e, endpoint) is not { } errors)
            return Make(400, ProblemCodes.Malformed, "The request is malformed.", e.Message);

        var (member, texts) = errors.First();
        return With(Make(400, ProblemCodes.Malformed, "The request is malformed.", $"{member}: {texts[0]}"), ("errors", errors));
    }

    private static ProblemDetails Make(int status, string code, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail, Extensions = { ["code"] = code } };

    private static ProblemDetails With(ProblemDetails problem, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        foreach (var (name, value) in members)
            problem.Extensions[name] = value;
        return problem;
    }
}

/// <summary>The server stops before the request has arrived.</summary>
internal sealed class StartingException : Exception;
internal sealed class StoppingException : Exception;

/// <summary>Unexpected failures, with where they came from; never the payload.</summary>
internal static partial class ProblemLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    public static partial void Unexpected(ILogger log, Exception exception, string method, string path);
}
