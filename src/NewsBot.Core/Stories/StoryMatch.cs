namespace NewsBot.Core.Stories;

/// <summary>The article that a new one goes with, and how closely.</summary>
internal sealed record StoryMatch(StoryMember Member, bool IsCopy, bool Joins);
