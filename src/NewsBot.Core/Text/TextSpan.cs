namespace NewsBot.Core.Text;

/// <summary>Where a piece of text stands, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
