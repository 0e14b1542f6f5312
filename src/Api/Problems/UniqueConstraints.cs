using Microsoft.AspNetCore.Mvc;

namespace ServiceDesk.Api.Problems;

/// <summary>What it means when a unique index refuses a row, by the index's name.</summary>
internal static class UniqueConstraints
{
    private static readonly Dictionary<string, (string Code, string Detail)> Known = new()
    {
        ["ix_tickets_external_reference"] = ("external_reference.taken", "Another ticket has this external reference."),
        ["ix_ticket_links_from_id_to_id_type"] = ("ticket.linked_already", "The two are linked like this already."),
        ["ix_users_user_name"] = ("user.name_taken", "This user name is taken."),
        ["ix_users_user_name_lower"] = ("user.name_taken", "This user name is taken."),
        ["ix_accounts_normalized_user_name"] = ("user.name_taken", "This user name is taken."),
        ["ix_grants_user_id_role_id_team_id_site_id"] = ("grant.held", "This person holds this role already."),
        ["ix_teams_key"] = ("team.key_taken", "Another team has this key."),
        ["ix_sites_name"] = ("site.name_taken", "Another site has this name."),
        ["ix_departments_name"] = ("department.name_taken", "Another department has this name."),
        ["ix_roles_key"] = ("role.key_taken", "Another role has this key."),
        ["ix_categories_key"] = ("category.key_taken", "Another category has this key."),
        ["ix_custom_fields_key"] = ("custom_field.key_taken", "Another custom field has this key."),
        ["ix_saved_views_owner_id_name"] = ("view.name_taken", "You have another view of this name."),
        ["ix_services_key"] = ("service.key_taken", "Another service has this key."),
    };

    public static ProblemDetails Describe(string? constraint)
    {
        var (code, detail) = constraint is not null && Known.TryGetValue(constraint, out var known) ? known : ("already_exists", "There is one already.");
        return new ProblemDetails { Status = 409, Title = "There is one already.", Detail = detail, Extensions = { ["code"] = code } };
    }
}
