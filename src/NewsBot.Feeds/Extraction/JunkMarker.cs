namespace NewsBot.Feeds.Extraction;

/// <summary>Marks the blocks of sections that are no part of an article by tag or name. Names lie: a section that holds most of the text, the title or a body is none, whatever it is called.</summary>
internal static class JunkMarker
{
    private const double OfJunk = 0.5;
    private const double OfComments = 0.9;
    private const double OfPaywall = 0.15;
    private const double OfBeside = 0.2;
    private const double OfBody = 40;

    /// <param name="lenient">Believes tags but not names.</param>
    public static bool[] Mark(PageOutline outline, double[] worth, int title, bool lenient)
    {
        var left = new bool[worth.Length];
        var positive = new double[worth.Length + 1];
        for (var at = 0; at < worth.Length; at++)
        {
            positive[at + 1] = positive[at] + Math.Max(0, worth[at]);
        }

        var bodies = outline.Sections.Where(section => section.Role == SectionRole.Body && positive[section.End] - positive[section.First] > OfBody).ToList();
        foreach (var section in outline.Sections)
        {
            var share = (positive[section.End] - positive[section.First]) / Math.Max(1, positive[^1]);
            if (section.Role is SectionRole.Junk or SectionRole.Beside && lenient && !IsByTag(section))
            {
                section.Role = SectionRole.Plain;
            }

            if (section.Role == SectionRole.Junk && IsNone(section, share, title, bodies))
            {
                section.Role = SectionRole.Plain;
            }

            if (section.Role == SectionRole.Junk || (section.Role == SectionRole.Beside && share < OfBeside && !Holds(section, title)))
            {
                Array.Fill(left, true, section.First, section.End - section.First);
            }
        }

        return left;
    }

    private static bool IsNone(PageSection section, double share, int title, List<PageSection> bodies)
    {
        if (share > Limit(section.Names))
        {
            return true;
        }

        return !IsByTag(section) && (Holds(section, title) || bodies.Exists(body => body.First >= section.First && body.End <= section.End));
    }

    private static bool IsByTag(PageSection section) => section.Tag is "aside" or "nav" or "footer" or "dialog" or "menu" or "button" or "label";

    /// <summary>Comments may be longer than the article; what a paywall covers is often the article itself.</summary>
    private static double Limit(string names) =>
        names.Contains("omment", StringComparison.Ordinal) ? OfComments : names.Contains("paywall", StringComparison.OrdinalIgnoreCase) && !names.Contains("offer", StringComparison.OrdinalIgnoreCase) && !names.Contains("subscri", StringComparison.OrdinalIgnoreCase) ? OfPaywall : OfJunk;

    private static bool Holds(PageSection section, int block) => section.First <= block && block < section.End;
}
