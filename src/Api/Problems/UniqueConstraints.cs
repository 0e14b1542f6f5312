using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Domain.Views;

namespace ServiceDesk.Api.Problems;

/// <summary>What it means when a unique index refuses a row, by the index's name; and the member that it keeps unique, by which one sees who can be refused.</summary>
internal static class UniqueConstraints
{
    private sealed record Constraint(string Code, string Detail, MethodInfo Writes);

    private static readonly Dictionary<string, Constraint> Known = new()
    {
        ["ix_tickets_external_reference"] = Of<Ticket>("external_reference.taken", "Another ticket has this external reference.", nameof(Ticket.ExternalReference)),
        ["ix_ticket_links_from_id_to_id_type"] = Of<TicketLink>("ticket.linked_already", "The two are linked like this already.", nameof(TicketLink.Type)),
        ["ix_users_user_name"] = Of<User>("user.name_taken", "This user name is taken.", nameof(User.UserName)),
        ["ix_users_user_name_lower"] = Of<User>("user.name_taken", "This user name is taken.", nameof(User.UserName)),
        ["ix_accounts_normalized_user_name"] = Of<User>("user.name_taken", "This user name is taken.", nameof(User.UserName)),
        ["ix_grants_user_id_role_id_team_id_site_id"] = Of<Grant>("grant.held", "This person holds this role already.", nameof(Grant.RoleId)),
        ["ix_teams_key"] = Of<Team>("team.key_taken", "Another team has this key.", nameof(Team.Key)),
        ["ix_sites_name"] = Of<Site>("site.name_taken", "Another site has this name.", nameof(Site.Name)),
        ["ix_departments_name"] = Of<Department>("department.name_taken", "Another department has this name.", nameof(Department.Name)),
        ["ix_roles_key"] = Of<Role>("role.key_taken", "Another role has this key.", nameof(Role.Key)),
        ["ix_categories_key"] = Of<Category>("category.key_taken", "Another category has this key.", nameof(Category.Key)),
        ["ix_custom_fields_key"] = Of<CustomField>("custom_field.key_taken", "Another custom field has this key.", nameof(CustomField.Key)),
        ["ix_saved_views_owner_id_name"] = Of<SavedView>("view.name_taken", "You have another view of this name.", nameof(SavedView.Name)),
        ["ix_services_key"] = Of<BusinessService>("service.key_taken", "Another service has this key.", nameof(BusinessService.Key)),
    };

    /// <summary>What is refused when one of these methods writes what must be unique.</summary>
    public static IEnumerable<string> CodesOf(IReadOnlySet<MethodBase> called) => Known.Values.Where(c => called.Contains(c.Writes)).Select(c => c.Code);

    private static Constraint Of<T>(string code, string detail, string member) =>
        new(code, detail, typeof(T).GetProperty(member)?.GetSetMethod(nonPublic: true) ?? throw new InvalidOperationException($"{typeof(T).Name}.{member} is not written."));

    public static ProblemDetails Describe(string? constraint)
    {
        var (code, detail) = constraint is not null && Known.TryGetValue(constraint, out var known) ? (known.Code, known.Detail) : ("already_exists", "There is one already.");
        return new ProblemDetails { Status = 409, Title = "There is one already.", Detail = detail, Extensions = { ["code"] = code } };
    }
}
