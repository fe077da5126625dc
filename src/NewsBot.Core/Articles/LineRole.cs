namespace NewsBot.Core.Articles;

/// <summary>What a line of a page was found to be.</summary>
internal enum LineRole
{
    Boilerplate,
    Repeated,
    Short,
    Body,
}
