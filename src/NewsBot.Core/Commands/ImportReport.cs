using System.Text;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>What came of each entry of an imported file: a line each, those that ask for attention first. Short ones are an answer, long ones a file.</summary>
internal sealed class ImportReport(Texts texts, BundleFault? fault, IReadOnlyList<string> settings)
{
    private const int MostShown = 30;
    private const int LongestName = 120;
    private readonly List<string> _refused = [];
    private readonly List<string> _others = [];
    private readonly List<(string Name, string Reason)> _over = [];
    private int _added;

    /// <param name="unread">Words of its settings that mean nothing.</param>
    public void Add(Subscription subscription, IReadOnlyList<string> unread)
    {
        _added++;
        _others.Add($"{Name(subscription)}{string.Concat(unread.Select(words => ". " + texts.NotUnderstood(texts.SettingsTitle, Short(words))))}");
    }

    public void Know(Subscription subscription) => _others.Add(texts.FollowedAlready(subscription.Number, Short(subscription.Value)));

    public void Refuse(SubscriptionEntry entry, string reason)
    {
        var name = NameOf(entry);
        _refused.Add(reason.StartsWith(name, StringComparison.Ordinal) ? reason : $"{name}: {reason}");
    }

    /// <summary>For an entry beyond what may be followed: all of one reason are told in one line, and named only in a file.</summary>
    public void RefuseOver(SubscriptionEntry entry, string reason) => _over.Add((NameOf(entry), reason));

    public Reply Reply()
    {
        var refused = _refused.Count + _over.Count;
        var told = texts.Imported(_added, _others.Count - _added, refused);
        List<string> first = fault is { } cause ? [texts.ImportCut(cause, _others.Count + refused)] : [];
        first.AddRange(_over.GroupBy(over => over.Reason, StringComparer.Ordinal).Select(over => texts.OverQuota(over.Count(), over.Key)));
        List<string> lines = [.. first, .. _refused, .. settings, .. _others, .. _over.Select(over => texts.NotFollowed(over.Name))];
        return lines.Count <= MostShown
            ? new Reply.Explanation(told, lines)
            : new Reply.Document(texts.ReportName, Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(OneLine)) + '\n'), string.Join('\n', [told, .. first, .. _refused.Take(MostShown).Select(OneLine), .. settings]));
    }

    private static string NameOf(SubscriptionEntry entry) => Short(SecretAddress.Mask(SecretMask.Of(entry.Title)));

    private static string Name(Subscription subscription) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{subscription.Number} {Short(subscription.Value)}");

    private static string Short(string text) => TextCut.At(text, LongestName);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
