namespace NewsBot.Feeds.Html;

/// <summary>HTML that was made harmless for a tree builder: bounded in depth, tags, open formatting and attributes; scripts, styles, comments and drawings are gone.</summary>
/// <param name="LinkedData">Contents of the JSON-LD scripts, in the order of the page.</param>
/// <param name="ScriptCharacters">How much script the page had: a page of script and little else is a shell.</param>
internal sealed record GuardedMarkup(string Html, IReadOnlyList<string> LinkedData, int ScriptCharacters);
