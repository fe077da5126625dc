namespace NewsBot.Core.Text.Queries;

/// <summary>What a query is typed for; the grammar is one, what must or may be in it differs.</summary>
public enum QueryUse
{
    /// <summary>May only exclude, and may hold a regular expression.</summary>
    Filter,

    /// <summary>Needs something that must occur.</summary>
    Subscription,

    /// <summary>Needs something that must occur.</summary>
    Search,
}
