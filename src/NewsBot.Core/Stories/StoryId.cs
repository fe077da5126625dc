using System.Globalization;

namespace NewsBot.Core.Stories;

/// <summary>Names one story, a group of articles about the same event. It is the id of the story's first article.</summary>
public readonly record struct StoryId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
