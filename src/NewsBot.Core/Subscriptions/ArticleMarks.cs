namespace NewsBot.Core.Subscriptions;

/// <summary>A set of small numbers for the article at hand: a compact table that need not be cleared, as each article leaves its own mark.</summary>
internal sealed class ArticleMarks
{
    private int[] _marks = new int[16];
    private int _article;

    /// <summary>Empties it for the next article.</summary>
    public void Begin() => _article++;

    public bool Holds(int number) => _marks[number] == _article;

    /// <summary>False when it was there.</summary>
    public bool Add(int number)
    {
        ref var mark = ref _marks[number];
        var isNew = mark != _article;
        mark = _article;
        return isNew;
    }

    public void MakeRoom(int number)
    {
        if (number >= _marks.Length)
        {
            Array.Resize(ref _marks, Math.Max(2 * _marks.Length, number + 1));
        }
    }
}
