using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Architecture.Tests;

public sealed partial class FileTests
{
    private const int MostLines = 300;

    [Test]
    public void No_source_file_is_longer_than_three_hundred_lines() => Rooms.Hold(
        Sources(), f => File.ReadLines(f).Count() <= MostLines, f => $"{Path.GetRelativePath(Root(), f)}: {File.ReadLines(f).Count()} lines");

    [Test]
    public void A_file_lies_in_the_folder_of_its_namespace() => Rooms.Hold(
        Sources().Where(f => NamespaceLine().IsMatch(File.ReadAllText(f))).ToList(),
        f =>
        {
            var named = NamespaceLine().Match(File.ReadAllText(f)).Groups[1].Value;
            var folder = Path.GetRelativePath(Path.Combine(Root(), "src"), Path.GetDirectoryName(f)!).Replace(Path.DirectorySeparatorChar, '.');
            return named == "ServiceDesk." + folder || named == "ServiceDesk." + folder[..Math.Max(folder.LastIndexOf('.'), 0)];
        },
        f => Path.GetRelativePath(Root(), f));

    // At the door before the ticket is loaded, or about no one ticket.
    private static readonly string[] AskWithoutTicket =
        ["AddIncidentComment.cs", "AddAttachment.cs", "SaveDraft.cs", "BuiltInViews.cs", "SearchEverything.cs"];

    [Test]
    public void A_right_on_tickets_is_asked_with_the_ticket() => Rooms.Hold(
        Sources().Where(f => !AskWithoutTicket.Contains(Path.GetFileName(f))).ToList(),
        f => !AskedWithout().Matches(File.ReadAllText(f)).Any(m => Permissions.OnTickets.Contains(
            (string)typeof(Permissions).GetField(m.Groups[1].Value)!.GetRawConstantValue()!)), f => Path.GetRelativePath(Root(), f));

    private static List<string> Sources() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"^namespace (ServiceDesk[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\.May\((?:Common\.)?Permissions\.(\w+)\)")]
    private static partial Regex AskedWithout();
}
