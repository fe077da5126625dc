using System.Globalization;
using System.Reflection;
using System.Text;

namespace NewsBot.Core.Text.Languages;

/// <summary>How usual each run of three letters is in each of some languages that share a script. About 25 bytes a trigram.</summary>
internal sealed class TrigramTable
{
    /// <summary>The level of a trigram that a language's 2,000 commonest do not have.</summary>
    public const byte Unseen = 22;

    private const string Resource = "NewsBot.Core.Text.Languages.Trigrams.txt";

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<byte[]> _levels = [];

    private TrigramTable(IReadOnlyList<string> languages) => Languages = languages;

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Reads the languages' lines of the shipped table; its head says where the counts come from.</summary>
    public static TrigramTable Load(IReadOnlyList<string> languages)
    {
        var table = new TrigramTable(languages);
#pragma warning disable MA0045 // A resource is mapped memory: nothing is waited for.
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            for (var column = 0; column < languages.Count; column++)
            {
                if (languages[column] == parts[0])
                {
                    table.Add(column, parts.AsSpan(1));
                }
            }
        }

#pragma warning restore MA0045
        return table;
    }

    /// <summary>Minus twice the logarithm of the trigram's probability, a value a language; null when none of them has it.</summary>
    public byte[]? Levels(char first, char second, char third) => _rows.TryGetValue(Key(first, second, third), out var row) ? _levels[row] : null;

    private void Add(int column, ReadOnlySpan<string> groups)
    {
        foreach (var group in groups)
        {
            var colon = group.IndexOf(':', StringComparison.Ordinal);
            var level = byte.Parse(group.AsSpan(0, colon), provider: CultureInfo.InvariantCulture);
            for (var at = colon + 1; at + 3 <= group.Length; at += 3)
            {
                Row(Key(group[at], group[at + 1], group[at + 2]))[column] = Math.Min(level, Unseen);
            }
        }
    }

    private byte[] Row(ulong key)
    {
        if (!_rows.TryGetValue(key, out var row))
        {
            _rows[key] = row = _levels.Count;
            var levels = new byte[Languages.Count];
            Array.Fill(levels, Unseen);
            _levels.Add(levels);
        }

        return _levels[row];
    }

    private static ulong Key(char first, char second, char third) => ((ulong)first << 32) | ((ulong)second << 16) | third;
}
