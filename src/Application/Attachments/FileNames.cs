using System.Globalization;
using System.Text;
using ServiceDesk.Domain.Attachments;

namespace ServiceDesk.Application.Attachments;

/// <summary>Makes of the name a stranger sent one that is safe to store, show and save under.</summary>
public static class FileNames
{
    // What a double click would run.
    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".msp", ".dll", ".cpl", ".hta", ".lnk", ".reg", ".inf", ".jar", ".jnlp",
        ".js", ".jse", ".vbs", ".vbe", ".wsf", ".wsh", ".ps1", ".psm1", ".scf", ".url", ".application", ".gadget", ".appref-ms", ".msix",
    };

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    public static bool IsProgram(string name) => Programs.Contains(Path.GetExtension(name));

    /// <summary>Without folders, control and direction-changing characters, or what a file system takes for something else.</summary>
    public static string Clean(string? sent)
    {
        var last = (sent ?? "").Normalize().Split('/', '\\')[^1];
        var name = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(IsHarmless))
            name.Append("<>:\"|?*".Contains((char)(rune.Value & 0xffff)) && rune.IsBmp ? "_" : rune.ToString());

        var clean = name.ToString().Trim(' ', '.');
        if (clean.Length == 0)
            return "file";
        if (Devices.Contains(clean.Split('.')[0].TrimEnd()))
            clean = "_" + clean;
        return Shortened(clean);
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    private static string Shortened(string name)
    {
        if (name.Length <= Attachment.NameMaxLength)
            return name;

        var extension = Path.GetExtension(name);
        if (extension.Length > 20)
            extension = "";
        var kept = Attachment.NameMaxLength - extension.Length;
        if (char.IsHighSurrogate(name[kept - 1]))
            kept--;
        return name[..kept] + extension;
    }
}
