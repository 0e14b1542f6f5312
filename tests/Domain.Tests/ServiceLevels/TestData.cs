using System.IO.Compression;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>The tables under Data, read from the assembly.</summary>
internal static class TestData
{
    public static Stream Open(string name) => new GZipStream(
        typeof(TestData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name), CompressionMode.Decompress);

    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
