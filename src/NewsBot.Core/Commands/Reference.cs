using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Commands;

/// <summary>What a person points at: "3" is a line of the last list, "#3" a subscription, else a link or nothing.</summary>
public abstract record Reference
{
    private Reference()
    {
    }

    /// <summary>Nothing was named.</summary>
    public sealed record None : Reference;

    /// <param name="Number">Counted from 1 over all pages of the list.</param>
    public sealed record Line(int Number) : Reference;

    public sealed record Subscription(int Number) : Reference;

    /// <param name="Url">As typed; not checked.</param>
    public sealed record Link(string Url) : Reference;

    /// <summary>A stored article as buttons name it, "article:12".</summary>
    public sealed record Stored(ArticleId Article) : Reference
    {
        private const string Prefix = "article:";

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Article.Value}");

        /// <summary>Null for other words.</summary>
        internal static Stored? TryParse(string word) =>
            word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && long.TryParse(word.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new Stored(new ArticleId(id)) : null;
    }

    /// <summary>Text that is neither number nor link.</summary>
    public sealed record Other(string Text) : Reference;

    public static Reference Parse(string text)
    {
        var word = text.Trim();
        if (word.Length == 0)
        {
            return new None();
        }

        if (NumberOf(word) is { } line)
        {
            return new Line(line);
        }

        if (word[0] == '#' && NumberOf(word[1..]) is { } subscription)
        {
            return new Subscription(subscription);
        }

        return IsLink(word) ? new Link(word) : Stored.TryParse(word) ?? (Reference)new Other(word);
    }

    internal static bool IsLink(string word) =>
        (word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !word.Contains(' ', StringComparison.Ordinal);

    /// <summary>A whole number; full-width digits count.</summary>
    internal static int? NumberOf(string text)
    {
        var digits = text.Normalize(System.Text.NormalizationForm.FormKC);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
