using Lucene.Net.Documents;
using Lucene.Net.Index;
using NewsBot.Core.Articles;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Search;

/// <summary>The index's view of one article. One document is filled again and again; one caller at a time.</summary>
internal sealed class ArticleDocument : IDisposable
{
    private const string NoLanguage = "";

    private readonly StemmingAnalyzer _analyzer;
    private readonly StringField _id = new(IndexFields.Id, "", Field.Store.NO);
    private readonly NumericDocValuesField _idValue = new(IndexFields.IdValue, 0);
    private readonly NumericDocValuesField _feed = new(IndexFields.Feed, 0);
    private readonly NumericDocValuesField _published = new(IndexFields.Published, 0);
    private readonly NumericDocValuesField _stemmer = new(IndexFields.Stemmer, 0);
    private readonly StringField _language = new(IndexFields.Language, "", Field.Store.NO);
    private readonly StringField _source = new(IndexFields.Source, "", Field.Store.NO);
    private readonly IndexedWords _titleWords = new();
    private readonly IndexedWords _bodyWords = new();
    private readonly WordStream _words;
    private readonly WordStream _title;

    public ArticleDocument(StemmingAnalyzer analyzer)
    {
        _analyzer = analyzer;
        _words = new WordStream(_titleWords, _titleWords, _titleWords, _bodyWords);
        _title = new WordStream(_titleWords);
        Document =
        [
            _id, _idValue, _feed, _published, _stemmer, _language, _source,
            new Field(IndexFields.Words, _words, Tokens(omitNorms: false)),
            new Field(IndexFields.Title, _title, Tokens(omitNorms: true)),
        ];
    }

    public Document Document { get; }

    public void Fill(Article article)
    {
        var key = Stemmers.KeyOf(article.Language);
        var vocabulary = _analyzer.VocabularyOf(key);
        _titleWords.Read(article.Title, vocabulary);
        _bodyWords.Read(article.Body, vocabulary);
        _id.SetStringValue(IndexFields.IdTerm(article.Id.Value));
        _idValue.SetInt64Value(article.Id.Value);
        _feed.SetInt64Value(article.Feed.Value);
        _published.SetInt64Value(article.Published.ToUnixTimeSeconds());
        _language.SetStringValue(article.Language ?? NoLanguage);
        _source.SetStringValue(QueryTerm.JoinWords(article.Source));
        _stemmer.SetInt64Value(Stemmers.NumberOf(key));
    }

    public void Dispose()
    {
        _words.Dispose();
        _title.Dispose();
    }

    private static FieldType Tokens(bool omitNorms) => new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, OmitNorms = omitNorms };
}
