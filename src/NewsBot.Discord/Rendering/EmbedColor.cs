namespace NewsBot.Discord.Rendering;

/// <summary>Colors of the bar at the left of an embed, 0xRRGGBB.</summary>
internal static class EmbedColor
{
    public const int News = 0x3B6EA5;
    public const int Warning = 0xC9822B;
}
