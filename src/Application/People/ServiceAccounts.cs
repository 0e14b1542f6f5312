using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Machines that call the API, by name.</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record ListServiceAccounts(bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<ServiceAccountResponse>>;

/// <summary>One machine that calls the API.</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record GetServiceAccount(Guid Id) : IQuery<ServiceAccountResponse>;

/// <summary>An account for a machine: roles and tokens, no password.</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record CreateServiceAccount(string UserName, string Name, IReadOnlyList<string> Roles) : ICommand<ServiceAccountResponse>;

/// <summary>Renames it, takes it out of use (its tokens end at once) or back into use: a merge patch.</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record UpdateServiceAccount(Guid Id, Optional<string> Name, Optional<bool> Active) : ICommand<ServiceAccountResponse>;

/// <summary>A machine that calls the API; it has tokens but no password.</summary>
public sealed record ServiceAccountResponse(
    Guid Id, string UserName, string Name, bool Active, IReadOnlyList<GrantResponse> Roles, DateTimeOffset CreatedAt, long Version) : IVersioned;

internal sealed class ListServiceAccountsValidator : AbstractValidator<ListServiceAccounts>
{
    public ListServiceAccountsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class CreateServiceAccountValidator : AbstractValidator<CreateServiceAccount>
{
    public CreateServiceAccountValidator()
    {
        RuleFor(x => x.UserName).Is(PeopleRules.IsUserName, PeopleRules.UserNameMessage);
        RuleFor(x => x.Name).Is(PeopleRules.IsName, PeopleRules.NameMessage);
        RuleFor(x => x.Roles).NotEmpty().Must(x => x is not { Count: > 20 }).WithMessage("1 to 20 roles.");
    }
}

internal sealed class UpdateServiceAccountValidator : AbstractValidator<UpdateServiceAccount>
{
    public UpdateServiceAccountValidator() => RuleFor(x => x.Name).Fit(PeopleRules.IsName, PeopleRules.NameMessage);
}

internal sealed class ServiceAccountQueries(IServiceDeskDb db, UserReader reader)
    : IRequestHandler<ListServiceAccounts, Page<ServiceAccountResponse>>, IRequestHandler<GetServiceAccount, ServiceAccountResponse>
{
    private const string Sort = "userName";

    public async Task<Page<ServiceAccountResponse>> Handle(ListServiceAccounts request, CancellationToken ct)
    {
        var accounts = db.Users.AsNoTracking().Where(u => u.IsService && u.Id != UserId.System);
        if (request.Active is { } active)
            accounts = accounts.Where(u => u.Active == active);
        if (Cursor.Parse(request.Cursor, Sort, 1) is { Values: [var after] })
            accounts = accounts.Where(u => string.Compare(u.UserName, after) > 0);
        var rows = await accounts.OrderBy(u => u.UserName).Take(request.Limit + 1).ToListAsync(ct);
        var roles = await reader.GrantsAsync([.. rows.Select(r => r.Id)], ct);
        List<ServiceAccountResponse> items = [.. rows.Take(request.Limit).Select(r => Of(r, [.. roles[r.Id]]))];
        return new Page<ServiceAccountResponse>(items, rows.Count > request.Limit ? new Cursor(Sort, [items[^1].UserName]).ToString() : null);
    }

    public async Task<ServiceAccountResponse> Handle(GetServiceAccount request, CancellationToken ct)
    {
        var id = new UserId(request.Id);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.IsService && u.Id != UserId.System, ct)
            ?? throw new NotFoundException("The service account");
        return Of(account, await reader.GrantsAsync(id, ct));
    }

    public static ServiceAccountResponse Of(User u, IReadOnlyList<GrantResponse> roles) =>
        new(u.Id.Value, u.UserName, u.Name, u.Active, roles, u.CreatedAt, u.Version);
}

internal sealed class CreateServiceAccountHandler(IServiceDeskDb db, AccessRules rules, UserReader reader, TimeProvider clock)
    : IRequestHandler<CreateServiceAccount, ServiceAccountResponse>
{
    public async Task<ServiceAccountResponse> Handle(CreateServiceAccount request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var keys = request.Roles.Distinct().ToList();
        var roles = await db.Set<Role>().Where(r => keys.Contains(r.Key)).ToListAsync(ct);
        if (roles.Count != keys.Count)
            throw RuleViolationException.Meaning("role.unknown", "roles names a role that is not there.");

        roles.ForEach(r => rules.DemandMayGive(r));
        var account = User.Register(request.UserName, request.Name, null, now, isService: true);
        db.Users.Add(account);
        db.Set<Grant>().AddRange(roles.Select(r => Grant.Give(account.Id, r.Id, now)));
        await db.SaveChangesAsync(ct);
        return ServiceAccountQueries.Of(account, await reader.GrantsAsync(account.Id, ct));
    }
}

internal sealed class UpdateServiceAccountHandler(
    IServiceDeskDb db, AccessRules rules, IAccounts accounts, WorkHandOver handOver, IRequestConditions conditions, ICurrentUser user, UserReader reader,
    TimeProvider clock)
    : IRequestHandler<UpdateServiceAccount, ServiceAccountResponse>
{
    public async Task<ServiceAccountResponse> Handle(UpdateServiceAccount request, CancellationToken ct)
    {
        var id = new UserId(request.Id);
        var account = await db.Users.ForCommandAsync(
            u => u.Id == id && u.IsService && u.Id != UserId.System, "The service account", new GetServiceAccount(request.Id), conditions, ct);
        account.Edit(account.Details with { Name = request.Name.Or(account.Name)! });
        if (request.Active is { IsPresent: true, Value: true } && !account.Active)
        {
            await rules.DemandMayTakeOverAsync(id, ct);
            account.Reactivate();
        }
        else if (request.Active is { IsPresent: true, Value: false } && account.Active)
        {
            account.Deactivate();
            await accounts.EndEverythingAsync(id, ct);
            await handOver.AllAsync(id, null, null, new Act(user.Id, clock.GetUtcNow()), ct);
        }

        await db.SaveChangesAsync(ct);
        return ServiceAccountQueries.Of(account, await reader.GrantsAsync(id, ct));
    }
}
