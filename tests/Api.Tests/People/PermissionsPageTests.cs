using ServiceDesk.Api.Hosting;

namespace ServiceDesk.Api.Tests.People;

public sealed class PermissionsPageTests
{
    [Test]
    public void The_page_of_permissions_is_what_the_code_says()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceDesk.sln")))
            folder = folder.Parent;
        var committed = File.ReadAllText(Path.Combine(folder!.FullName, "docs", "permissions.md"));

        Assert.That(committed, Is.EqualTo(PermissionsCommand.Page()), "docs/permissions.md is stale: run ./run permissions > docs/permissions.md");
    }
}
