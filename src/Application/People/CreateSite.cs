using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Adds a site; without a time zone it keeps the organisation's.</summary>
[Permission(Permissions.OrganisationManage)]
public sealed record CreateSite(string Name, string? Address = null, string? TimeZone = null) : ICommand<SiteResponse>;

internal sealed class CreateSiteValidator : AbstractValidator<CreateSite>
{
    public CreateSiteValidator()
    {
        RuleFor(x => x.Name).Is(x => PeopleRules.IsLine(x, PeopleRules.PlaceMaxLength), PeopleRules.NameMessage);
        RuleFor(x => x.Address).MaximumLength(PeopleRules.AddressMaxLength);
        RuleFor(x => x.TimeZone).Is(x => x is null || PeopleRules.IsTimeZone(x), PeopleRules.TimeZoneMessage);
    }
}

internal sealed class CreateSiteHandler(IServiceDeskDb db, ISettingsReader settings, TimeProvider clock) : IRequestHandler<CreateSite, SiteResponse>
{
    public async Task<SiteResponse> Handle(CreateSite request, CancellationToken ct)
    {
        var site = Site.Open(request.Name.Trim(), request.Address, request.TimeZone ?? (await settings.GetAsync(ct)).TimeZone, clock.GetUtcNow());
        db.Sites.Add(site);
        await db.SaveChangesAsync(ct);
        return SiteResponse.Of(site);
    }
}
