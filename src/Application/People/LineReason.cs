namespace ServiceDesk.Application.People;

/// <summary>Why a line of a file of people was not taken as it stands: a code for readers' languages, the words in English, and what they speak of.</summary>
internal sealed record LineReason(string Code, string Text, string? Value = null)
{
    public static readonly LineReason UserName = new("userName", PeopleRules.UserNameMessage);
    public static readonly LineReason Name = new("name", PeopleRules.NameMessage);
    public static readonly LineReason Email = new("email", PeopleRules.EmailMessage);
    public static readonly LineReason Phone = new("phone", PeopleRules.PhoneMessage);
    public static readonly LineReason Language = new("language", PeopleRules.LanguageMessage);
    public static readonly LineReason TimeZone = new("timeZone", PeopleRules.TimeZoneMessage);
    public static readonly LineReason Vip = new("vip", "vip is yes or no.");
    public static readonly LineReason ServiceAccount = new("serviceAccount", "This user name is a service account's.");
    public static readonly LineReason ManagerCircle = new("managerCircle", NoManager(UserChecks.CircleMessage));

    public static LineReason Repeated(int row) => new("repeated", $"Row {row} has this user name already.", row.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static LineReason NoSite(string name) => new("noSite", $"There is no active site '{name}'.", name);

    public static LineReason NoDepartment(string name) => new("noDepartment", $"There is no active department '{name}'.", name);

    public static LineReason NoTeam(string key) => new("noTeam", $"There is no active team '{key}'.", key);

    public static LineReason NoRole(string key) => new("noRole", $"There is no role '{key}'.", key);

    public static LineReason RoleNotYours(string key) => new("roleNotYours", $"You may not give the role '{key}'.", key);

    public static LineReason NoSuchManager(string userName) => new("noManager", NoManager($"There is no user '{userName}' to be the manager."), userName);

    public static LineReason ManagerGone(string userName) => new("managerGone", NoManager($"'{userName}' is nobody who is active."), userName);

    private static string NoManager(string why) => "The manager was not set: " + why;
}
