namespace NewsBot.Core.Summaries;

/// <summary>
/// Tells a story from all its reports: what several publishers say comes first, and a sentence that one publisher alone says carries its name. Pure; every sentence stands verbatim in its report but for the cuts of <see cref="ExtractiveSummarizer"/>.
/// </summary>
public static class StorySummarizer
{
    private const int MostReports = 12;
    private const int SentencesOfReport = 30;
    private const int LongestSentence = 60;
    private const double SaysTheSame = 0.3;
    private const double EchoedContent = 0.55;
    private const double AgreementWeight = 1.0;
    private const double NoveltyWeight = 0.5;
    private const double KnownContent = 0.7;
    private const int ShortestAddition = 5;

    /// <summary>At most <paramref name="count"/> sentences, the most agreed on first among equals; reports in other languages than the first are left out. Empty only when no report has a sentence.</summary>
    public static IReadOnlyList<StorySentence> Summarize(IReadOnlyList<StoryReport> reports, int count)
    {
        var told = reports.Where(report => report.Language == reports[0].Language).Take(MostReports).ToList();
        var pool = told.SelectMany(Candidates).ToList();
        if (pool.Count == 0)
        {
            return [];
        }

        var vectors = new SentenceVectors([.. pool.Select(candidate => candidate.Text)], reports[0].Language);
        var agreeing = pool.Select((_, index) => Agreeing(pool, vectors, index)).ToList();
        var chosen = Choose(pool, vectors, agreeing, Math.Clamp(count, 1, 5), reports[0].Language);
        return [.. chosen.Order().Select(index => new StorySentence(pool[index].Text, pool[index].Source, agreeing[index]))];
    }

    /// <summary>For each report the best sentence that says what no earlier one said; null where there is none, and for the first.</summary>
    /// <param name="reports">Oldest first.</param>
    public static IReadOnlyList<string?> Additions(IReadOnlyList<StoryReport> reports)
    {
        var told = reports.Take(MostReports).Select(report => Candidates(report).ToList()).ToList();
        var pool = told.SelectMany(candidates => candidates).ToList();
        var additions = new string?[reports.Count];
        if (pool.Count == 0)
        {
            return additions;
        }

        var vectors = new SentenceVectors([.. pool.Select(candidate => candidate.Text)], reports[0].Language);
        var from = 0;
        for (var at = 0; at < told.Count; at++)
        {
            additions[at] = from == 0 ? null : Addition(pool, vectors, from, told[at].Count, reports[at].Language);
            from += told[at].Count;
        }

        return additions;
    }

    private static string? Addition(List<Candidate> pool, SentenceVectors vectors, int from, int count, string? language)
    {
        var known = new HashSet<int>();
        for (var at = 0; at < from; at++)
        {
            vectors.AddStems(at, known);
        }

        return Enumerable.Range(from, count)
            .Where(at => pool[at].Words is >= ShortestAddition and <= LongestSentence && vectors.ShareIn(at, known) < KnownContent && !Openings.Dangle(pool[at].Text, language))
            .OrderByDescending(at => pool[at].Score)
            .Where(at => vectors.CosinesTo(at).Take(from).All(cosine => cosine < SaysTheSame))
            .Select(at => pool[at].Text)
            .FirstOrDefault();
    }

    private static IEnumerable<Candidate> Candidates(StoryReport report)
    {
        var sentences = ExtractiveSummarizer.Sentences(report.Paragraphs, report.Language, SentencesOfReport);
        if (sentences.Count == 0)
        {
            return [];
        }

        var request = new SummaryRequest { Title = report.Title, Paragraphs = report.Paragraphs, Language = report.Language };
        var scores = SentenceScores.Of(sentences, new SentenceVectors(sentences, report.Language), request);
        return sentences.Select((text, index) => new Candidate(text, report.Source, scores.Score[index], scores.Words[index]));
    }

    /// <summary>The other publishers of which a sentence says much the same.</summary>
    private static List<string> Agreeing(List<Candidate> pool, SentenceVectors vectors, int index)
    {
        var cosines = vectors.CosinesTo(index);
        return [.. pool.Where((other, at) => cosines[at] >= SaysTheSame && other.Source != pool[index].Source).Select(other => other.Source).Distinct(StringComparer.Ordinal)];
    }

    private static List<int> Choose(List<Candidate> pool, SentenceVectors vectors, List<List<string>> agreeing, int count, string? language)
    {
        var chosen = new List<int>();
        var told = new HashSet<int>();
        var nearest = new double[pool.Count];
        var open = Enumerable.Range(0, pool.Count).Where(index => pool[index].Words <= LongestSentence && !Openings.Dangle(pool[index].Text, language)).ToList();
        while (chosen.Count < count && open.Count > 0)
        {
            var best = open.MaxBy(index => pool[index].Score + (AgreementWeight * Math.Log(1 + agreeing[index].Count)) - (NoveltyWeight * nearest[index]));
            open.Remove(best);
            if (chosen.Count > 0 && vectors.ShareIn(best, told) > EchoedContent)
            {
                continue;
            }

            chosen.Add(best);
            vectors.AddStems(best, told);
            var cosines = vectors.CosinesTo(best);
            for (var at = 0; at < nearest.Length; at++)
            {
                nearest[at] = Math.Max(nearest[at], cosines[at]);
            }
        }

        return chosen.Count > 0 ? chosen : [0];
    }

    private sealed record Candidate(string Text, string Source, double Score, int Words);
}

/// <summary>One article of a story, free of boilerplate.</summary>
/// <param name="Source">The publisher as people know it; reports of one publisher do not confirm each other.</param>
public sealed record StoryReport(string Source, string Title, IReadOnlyList<string> Paragraphs, string? Language);

/// <summary>One sentence of a story's summary.</summary>
/// <param name="Source">The publisher whose words these are.</param>
/// <param name="AgreeingSources">Other publishers that say much the same.</param>
public sealed record StorySentence(string Text, string Source, IReadOnlyList<string> AgreeingSources)
{
    /// <summary>The publisher that must be named with the sentence, as no other says it; null when others agree.</summary>
    public string? Attribution => AgreeingSources.Count == 0 ? Source : null;
}
