using NewsBot.Core.Feeds;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Articles;

/// <summary>Turns the items of a feed, stored texts and extracted pages into clean, summarized drafts. Pure: the same input gives the same draft.</summary>
public sealed class ArticleIntake(IHtmlReader htmlReader)
{
    private const int TitleCharacters = 300;
    private const int ParagraphCharacters = 8 * 1024;
    private const int BodyCharacters = 256 * 1024;
    private const int DescriptionWords = 8;

    /// <summary>An item with neither title nor text gives nothing; of several with one key the first counts.</summary>
    /// <param name="memory">What earlier refreshes saw of the feed: an item that is as it was then is not read again.</param>
    public ItemsRead ReadItems(Feed feed, ParsedFeed parsed, DateTimeOffset now, FeedMemory? memory = null)
    {
        var known = memory ?? FeedMemory.Empty;
        var (unchanged, changed) = KeyedItem.Part(parsed.Items, known);
        var learned = Learned(changed, known);
        var isFirst = known.Items.Count == 0;
        var drafts = changed.Select(keyed => ReadItem(feed, parsed, keyed, learned, now) is { } draft ? draft with { Published = draft.Published ?? ItemAge.Of(draft.Url, parsed.Updated, isFirst, now) } : null).OfType<ArticleDraft>().DistinctBy(draft => draft.Key);
        return new ItemsRead([.. drafts], unchanged);
    }

    /// <summary>What the document itself repeats is learned at once. Items that were read before were counted then.</summary>
    private IReadOnlySet<string> Learned(IReadOnlyList<KeyedItem> items, FeedMemory memory)
    {
        var before = memory.Boilerplate ?? BoilerplateMemory.Empty;
        var known = memory.Items.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return before.With(Texts(items.Where(keyed => !known.Contains(keyed.Key)).Select(keyed => keyed.Item))).Learned();
    }

    /// <summary>The memory to keep with the feed, grown by those items of the document that are new: each item counts once in its life.</summary>
    /// <param name="fresh">Keys of the drafts that were never taken in before.</param>
    public BoilerplateMemory Learn(ParsedFeed parsed, BoilerplateMemory known, IReadOnlySet<string> fresh) =>
        fresh.Count == 0 ? known : known.With(Texts(parsed.Items.Zip(ItemKey.ForAll(parsed.Items)).Where(pair => fresh.Contains(pair.Second)).Select(pair => pair.First)));

    /// <summary>A text that was cleaned elsewhere: a stored article or a page. Null when it has neither title nor text.</summary>
    public static ArticleDraft? ReadClean(CleanArticle article, string fallbackSource, DateTimeOffset now)
    {
        var paragraphs = Bounded(article.Paragraphs);
        var title = TitleOf(article.Title ?? "", paragraphs);
        if (title is null)
        {
            return null;
        }

        var source = string.IsNullOrWhiteSpace(article.Source) ? fallbackSource : article.Source;
        var key = ItemKey.Hash(article.Url is { } url ? "link " + url : $"title {title}\n{string.Join('\n', paragraphs)}");
        return Draft(key, title, paragraphs, article.Language) with
        {
            Url = article.Url,
            Source = source,
            Author = article.Author,
            Published = NotInFuture(article.Published, now),
            Image = article.Image,
        };
    }

    private ArticleDraft? ReadItem(Feed feed, ParsedFeed parsed, KeyedItem keyed, IReadOnlySet<string> learned, DateTimeOffset now)
    {
        var item = keyed.Item;
        var title = item.Title is { } named ? Line(named) : "";
        var clean = ArticleCleaner.Clean(
            Blocks(item, title),
            new CleanHints { Title = title.Length > 0 ? title : null, Language = item.Language ?? feed.Language ?? parsed.Language, LearnedBoilerplate = learned });
        var paragraphs = Bounded(clean.Paragraphs);
        if (TitleOf(title, paragraphs) is not { } shown)
        {
            return null;
        }

        return Draft(keyed.Key, shown, paragraphs, item.Language ?? feed.Language ?? parsed.Language, Description(item)) with
        {
            Url = item.Link,
            Source = feed.Kind == FeedKind.Samples ? item.Source ?? feed.Title : feed.Title,
            Author = item.Author ?? clean.Author,
            Published = NotInFuture(item.Published ?? item.Updated ?? clean.Published, now),
            Image = item.Image ?? clean.Image,
            RawHash = keyed.Raw,
        };
    }

    private IEnumerable<IReadOnlyList<string>> Texts(IEnumerable<ParsedItem> items) =>
        items.DistinctBy(item => item.Title?.Value, StringComparer.Ordinal).Select(item => Blocks(item, ""));

    /// <summary>What the feed says of the article beside its text, where that is whole sentences and no cut-off beginning.</summary>
    private string? Description(ParsedItem item)
    {
        if (item.Content is null || Blocks(item.Summary, item.Link) is not [var text, ..])
        {
            return null;
        }

        var isWhole = BoilerplateLines.EndsLikeSentence(text) && !text.EndsWith('…') && !text.EndsWith("...", StringComparison.Ordinal);
        return isWhole && Words.Count(text) is >= DescriptionWords and <= DescriptionWords * 10 ? text : null;
    }

    /// <summary>The longer of content and summary: many feeds repeat a teaser beside the full text.</summary>
    private List<string> Blocks(ParsedItem item, string title)
    {
        var content = Blocks(item.Content, item.Link);
        var summary = Blocks(item.Summary, item.Link);
        var blocks = content.Sum(block => block.Length) >= summary.Sum(block => block.Length) ? content : summary;
        return [.. blocks.Where(block => !string.Equals(block, title, StringComparison.Ordinal))];
    }

    private List<string> Blocks(FeedText? text, string? link)
    {
        if (text is not { } value)
        {
            return [];
        }

        if (!value.IsHtml)
        {
            return [.. PlainParagraphs.Split(value.Value)];
        }

        var baseUrl = Uri.TryCreate(link, UriKind.Absolute, out var address) ? address : null;
        return
        [
            .. htmlReader.ReadBlocks(value.Value, baseUrl)
                .Where(block => block.Kind is not HtmlBlockKind.Caption && block.LinkShare < 0.8)
                .Select(block => block.Text.Text),
        ];
    }

    private string Line(FeedText text) => text.IsHtml ? htmlReader.ReadLine(text.Value) : string.Join(' ', text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ArticleDraft Draft(string key, string title, IReadOnlyList<string> paragraphs, string? declaredLanguage, string? description = null)
    {
        var language = Primary(declaredLanguage) ?? LanguageDetector.Detect(title + ". " + string.Join(' ', paragraphs.Take(3)));
        return new ArticleDraft
        {
            Key = key,
            Title = title,
            Source = "",
            Language = language,
            Paragraphs = paragraphs,
            Summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = title, Paragraphs = paragraphs, Language = language, Description = description }),
            ContentHash = ItemKey.Hash(title + "\n" + string.Join('\n', paragraphs)),
        };
    }

    private static string? TitleOf(string title, IReadOnlyList<string> paragraphs)
    {
        var text = title.Length > 0 ? title : paragraphs.Count > 0 ? paragraphs[0] : "";
        return text.Length switch
        {
            0 => null,
            > TitleCharacters => TextCut.At(text, TitleCharacters),
            _ => text,
        };
    }

    private static List<string> Bounded(IReadOnlyList<string> paragraphs)
    {
        var kept = new List<string>(paragraphs.Count);
        var left = BodyCharacters;
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Length > ParagraphCharacters ? TextCut.At(paragraph, ParagraphCharacters) : paragraph;
            left -= text.Length;
            if (left < 0)
            {
                break;
            }

            kept.Add(text);
        }

        return kept;
    }

    private static DateTimeOffset? NotInFuture(DateTimeOffset? published, DateTimeOffset now) => published switch
    {
        null => null,
        { } date when date > now => now,
        { } date => date.ToUniversalTime(),
    };

    private static string? Primary(string? language)
    {
        var primary = language?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } ? primary : null;
    }
}
