using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>The caller's own record.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetMe : IQuery<UserResponse>;

/// <summary>What a person sets for themselves: a merge patch.</summary>
[Permission(Permissions.SignedIn)]
public sealed record UpdateMe(
    Optional<string> Language = default, Optional<string> TimeZone = default, Optional<Guid?> DefaultTeamId = default, Optional<string> Phone = default)
    : ICommand<UserResponse>;

internal sealed class UpdateMeValidator : AbstractValidator<UpdateMe>
{
    public UpdateMeValidator()
    {
        RuleFor(x => x.Phone).Fit(PeopleRules.IsPhone, PeopleRules.PhoneMessage);
        RuleFor(x => x.Language).Fit(PeopleRules.IsLanguage, PeopleRules.LanguageMessage);
        RuleFor(x => x.TimeZone).Fit(PeopleRules.IsTimeZone, PeopleRules.TimeZoneMessage);
    }
}

internal sealed class GetMeHandler(UserReader reader, ICurrentUser user) : IRequestHandler<GetMe, UserResponse>
{
    public Task<UserResponse> Handle(GetMe request, CancellationToken ct) => reader.GetAsync(user.Id, ct);
}

internal sealed class UpdateMeHandler(IServiceDeskDb db, UserChecks checks, IRequestConditions conditions, ICurrentUser user, UserReader reader)
    : IRequestHandler<UpdateMe, UserResponse>
{
    public async Task<UserResponse> Handle(UpdateMe request, CancellationToken ct)
    {
        var id = user.Id;
        var me = await db.Users.ForCommandAsync(u => u.Id == id && !u.IsService, "The user", new GetMe(), conditions, ct);
        var before = me.Details;
        var after = before with
        {
            Language = request.Language.Or(before.Language)!,
            TimeZone = request.TimeZone.Or(before.TimeZone)!,
            Phone = request.Phone.Or(before.Phone),
            DefaultTeamId = !request.DefaultTeamId.IsPresent ? before.DefaultTeamId : request.DefaultTeamId.Value is { } t ? new TeamId(t) : null,
        };
        await checks.CheckAsync(id, before, after, ct);
        me.Edit(after);
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}
