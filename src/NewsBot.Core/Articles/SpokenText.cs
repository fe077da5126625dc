using System.Buffers;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Tells lines that quote somebody from lines that set a name or a button between quotation marks: speech is a clause. Linear in the line.</summary>
internal static class SpokenText
{
    private const int ClauseWords = 2;

    /// <summary>Also the mark of an apostrophe, so only where it opens a word.</summary>
    private const string SingleOpening = " '";

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»「」『』‘`");

    /// <summary>True where a quotation of two words or more stands in the line, or one that does not end there.</summary>
    public static bool IsIn(string line)
    {
        if (line is ['\'', ..] || line.Contains(SingleOpening, StringComparison.Ordinal))
        {
            return true;
        }

        var at = line.AsSpan().IndexOfAny(Marks);
        while (at >= 0 && at + 1 < line.Length)
        {
            var length = line.AsSpan(at + 1).IndexOfAny(Marks);
            if (length < 0 || Words.Count(line.AsSpan(at + 1, length)) >= ClauseWords)
            {
                return true;
            }

            var after = at + length + 2;
            var next = after < line.Length ? line.AsSpan(after).IndexOfAny(Marks) : -1;
            at = next < 0 ? -1 : after + next;
        }

        return false;
    }
}
