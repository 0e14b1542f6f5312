using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Changes a site: a merge patch. One that is not active is no longer offered; tickets and people keep it.</summary>
[Permission(Permissions.OrganisationManage)]
public sealed record UpdateSite(Guid Id, SitePatch Patch) : ICommand<SiteResponse>;

/// <summary>The members of a site that may be edited; absent leaves, null clears.</summary>
public sealed record SitePatch(
    Optional<string> Name = default, Optional<string> Address = default, Optional<string> TimeZone = default, Optional<bool> Active = default);

internal sealed class UpdateSiteValidator : AbstractValidator<UpdateSite>
{
    public UpdateSiteValidator()
    {
        RuleFor(x => x.Patch.Name).Fit(x => PeopleRules.IsLine(x, PeopleRules.PlaceMaxLength), PeopleRules.NameMessage).OverridePropertyName("name");
        RuleFor(x => x.Patch.Address)
            .Fit(x => x is not { Length: > PeopleRules.AddressMaxLength }, "An address has at most 500 characters.").OverridePropertyName("address");
        RuleFor(x => x.Patch.TimeZone).Fit(PeopleRules.IsTimeZone, PeopleRules.TimeZoneMessage).OverridePropertyName("timeZone");
    }
}

internal sealed class UpdateSiteHandler(IServiceDeskDb db, IRequestConditions conditions) : IRequestHandler<UpdateSite, SiteResponse>
{
    public async Task<SiteResponse> Handle(UpdateSite request, CancellationToken ct)
    {
        var (id, patch) = (new SiteId(request.Id), request.Patch);
        var site = await db.Sites.ForCommandAsync(s => s.Id == id, "The site", new GetSite(request.Id), conditions, ct);
        site.Describe(patch.Name.Or(site.Name)!.Trim(), patch.Address.Or(site.Address), patch.TimeZone.Or(site.TimeZone)!, patch.Active.Or(site.Active));
        await db.SaveChangesAsync(ct);
        return SiteResponse.Of(site);
    }
}
