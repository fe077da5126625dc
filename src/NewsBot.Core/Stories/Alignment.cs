namespace NewsBot.Core.Stories;

/// <summary>Which words two titles have in common in the same order: their longest common subsequence, as positions in both.</summary>
internal static class Alignment
{
    /// <summary>Words of a title that are looked at.</summary>
    private const int MostWords = 40;

    public static IReadOnlyList<(int First, int Second)> Of(IReadOnlyList<TitleToken> first, IReadOnlyList<TitleToken> second)
    {
        var (rows, columns) = (Math.Min(first.Count, MostWords), Math.Min(second.Count, MostWords));
        Span<byte> longest = stackalloc byte[(MostWords + 1) * (MostWords + 1)];
        longest.Clear();
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                longest[Cell(row, column)] = first[row].Stem == second[column].Stem
                    ? (byte)(longest[Cell(row + 1, column + 1)] + 1)
                    : Math.Max(longest[Cell(row + 1, column)], longest[Cell(row, column + 1)]);
            }
        }

        var shared = new List<(int, int)>();
        for (var (row, column) = (0, 0); row < rows && column < columns;)
        {
            if (first[row].Stem == second[column].Stem)
            {
                shared.Add((row++, column++));
            }
            else if (longest[Cell(row + 1, column)] >= longest[Cell(row, column + 1)])
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return shared;
    }

    private static int Cell(int row, int column) => (row * (MostWords + 1)) + column;
}
