namespace ServiceDesk.Application.Search;

public sealed partial class SearchParser
{
    /// <summary>changed(field, from, to, by, during): in this order or by their names, each but the field may be left out.</summary>
    private SearchNode? Change()
    {
        position++;
        List<(string? Name, SearchValue Value)> arguments = [];
        while (true)
        {
            if (AtEnd())
            {
                broken = true;
                return null;
            }

            arguments.Add(Argument());
            if (broken || AtEnd() || text[position] is not (',' or ')'))
            {
                broken = true;
                return null;
            }

            if (text[position++] == ')')
                return SearchChanges.Make(arguments, notices);
        }
    }

    private (string? Name, SearchValue Value) Argument()
    {
        var start = position;
        var name = Name();
        if (name.Length > 0 && position < text.Length && text[position] == ':')
            position++;
        else
            (name, position) = ("", start);

        Blanks();
        if (position < text.Length && text[position] == '"')
            return (name.Length == 0 ? null : name, new SearchValue(Quoted() ?? "", Quoted: true));

        var begin = position;
        while (position < text.Length && text[position] is not (',' or ')' or '(' or '"'))
            position++;
        return (name.Length == 0 ? null : name, new SearchValue(text[begin..position].Trim(), Quoted: false));
    }
}
