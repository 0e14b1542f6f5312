namespace ServiceDesk.Api.Tests.Security;

/// <summary>Files of the checkout that tests hold against the code.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "ServiceDesk.sln")) ? folder.FullName : Find(folder.Parent ?? throw new DirectoryNotFoundException("ServiceDesk.sln"));
}
