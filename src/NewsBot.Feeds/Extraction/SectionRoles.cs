namespace NewsBot.Feeds.Extraction;

/// <summary>The roles of one page's sections; the same names, which a page repeats often, are read once. Not thread-safe.</summary>
internal sealed class SectionRoles
{
    private readonly Dictionary<(string Tag, string Names), SectionRole> _known = [];

    public SectionRole Of(string tag, string names)
    {
        if (!_known.TryGetValue((tag, names), out var role))
        {
            role = SectionNames.RoleOf(tag, names);
            _known.Add((tag, names), role);
        }

        return role;
    }
}
