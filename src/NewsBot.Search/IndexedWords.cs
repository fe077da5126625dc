using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>The words of one text with their positions, for the index alone. Filled again and again, so that no text leaves an array behind.</summary>
internal sealed class IndexedWords
{
    private WordForm[] _forms = new WordForm[1024];
    private int[] _positions = new int[1024];

    public int Count { get; private set; }

    public WordForm Form(int at) => _forms[at];

    public int Position(int at) => _positions[at];

    public void Read(string text, Vocabulary vocabulary)
    {
        Count = 0;
        var scanner = new TermScanner(text);
        while (scanner.TryNext(out var span))
        {
            if (Count == _forms.Length)
            {
                Array.Resize(ref _forms, 2 * Count);
                Array.Resize(ref _positions, 2 * Count);
            }

            _forms[Count] = vocabulary.FormOf(text.AsSpan(span.Start, span.Length));
            _positions[Count++] = span.Position;
        }
    }
}
