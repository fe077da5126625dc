namespace NewsBot.Terminal;

/// <summary>What a piece of text is, so that a screen with colours can tell it apart.</summary>
internal enum TextStyle
{
    Plain,
    Title,
    Dim,
    Number,
    Hit,
    Warning,
}
