namespace NewsBot.Core.Stories;

/// <summary>One term and the members that have it, oldest first.</summary>
internal sealed class IndexedTerm(string text, long number)
{
    public string Text { get; } = text;

    /// <summary>A weekday or month: two titles of one day have it, whatever they tell.</summary>
    public bool IsCalendar { get; } = CalendarWords.IsStem(text);

    /// <summary>Grows with every term that is met for the first time.</summary>
    public long Number { get; } = number;

    public Queue<StoryMember> Members { get; } = new(1);

    /// <summary>Kept by the index for one of its versions.</summary>
    public float Rarity { get; set; }

    /// <inheritdoc cref="Rarity"/>
    public long Version { get; set; }
}
