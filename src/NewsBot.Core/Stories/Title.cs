using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>A headline taken apart: its words in order without the publisher's name at its end, its numbers, and whether it is written like a sentence.</summary>
internal sealed class Title
{
    private static readonly string[] Joints = [" - ", " | ", " – ", " — ", " · ", " :: "];

    private Title(IReadOnlyList<TitleToken> tokens, string? label)
    {
        Tokens = tokens;
        Label = label;
        Key = string.Join(' ', tokens.Select(token => token.Folded));
        var cased = tokens.Skip(1).Where(token => token.Folded.Length > 3 && char.IsLetter(token.Folded[0])).ToList();
        ReadsAsSentence = cased.Count(token => token.IsLower) * 3 >= cased.Count && cased.Count > 0;
    }

    public IReadOnlyList<TitleToken> Tokens { get; }

    /// <summary>The folded words: equal for titles that differ in case, marks and the publisher's name only.</summary>
    public string Key { get; }

    /// <summary>Folded words before a colon, as "live" in "Live: ..."; null without one.</summary>
    public string? Label { get; }

    /// <summary>A third of its longer words begin with a small letter, so that a capital betrays a name.</summary>
    public bool ReadsAsSentence { get; }

    public static Title Read(string text, string? source)
    {
        var bare = WithoutPublisher(text, source);
        var tokens = new List<TitleToken>();
        var last = -1;
        foreach (var (start, length) in Words.Spans(bare))
        {
            var folded = TextFolding.Fold(bare.Substring(start, length));
            if (folded.Length == 0)
            {
                continue;
            }

            if (IsScore(bare, tokens, last, start) && char.IsAsciiDigit(folded[0]))
            {
                tokens[^1] = tokens[^1].Score(folded);
            }
            else
            {
                tokens.Add(TitleToken.Of(folded, bare[start]));
            }

            last = start + length;
        }

        return new Title(tokens, LabelOf(bare));
    }

    /// <summary>Cuts " - Source" and " | Source" off the end: the given source, or a short last part that reads like a name.</summary>
    private static string WithoutPublisher(string text, string? source)
    {
        foreach (var joint in Joints)
        {
            var at = text.LastIndexOf(joint, StringComparison.Ordinal);
            if (at < 12)
            {
                continue;
            }

            var tail = text[(at + joint.Length)..];
            var isSource = source is { Length: > 0 } && TextFolding.Fold(tail).Replace(" ", "", StringComparison.Ordinal)
                .Contains(TextFolding.Fold(source).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            if (isSource || (LooksLikeName(tail) && Words.Count(text.AsSpan(0, at)) >= 4))
            {
                return text[..at];
            }
        }

        return text;
    }

    private static bool LooksLikeName(string tail) =>
        tail.Length is > 1 and <= 30 && !tail.Any(char.IsDigit) && tail.Split(' ') is { Length: <= 3 } words && words.All(word => word.Length > 0 && char.IsUpper(word[0]));

    /// <summary>"2-1", "2:1", "2–1": two numbers with one sign between them are one result.</summary>
    private static bool IsScore(string text, List<TitleToken> tokens, int last, int start) =>
        last >= 0 && start == last + 1 && text[last] is '-' or ':' or '–' && tokens.Count > 0 && char.IsAsciiDigit(tokens[^1].Folded[0]);

    private static string? LabelOf(string text)
    {
        var colon = text.IndexOfAny([':', '|', '：']);
        return colon is > 1 and < 40 && colon + 1 < text.Length && !char.IsDigit(text[colon - 1])
            ? string.Join(' ', Words.Folded(text[..colon]))
            : null;
    }
}
