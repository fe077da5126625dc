using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>A command's surroundings: who asked, the home and place as stored now, and the texts in the caller's language.</summary>
public sealed record Request(Caller Caller, Home Home, Place Place, Texts Texts);
