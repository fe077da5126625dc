using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>Buttons below messages, and what is said in the messages of chat platforms alone.</summary>
public partial class Texts
{
    public virtual string ButtonRead => "Read";

    public virtual string ButtonSave => "Save";

    public virtual string ButtonSources => "Sources";

    public virtual string ButtonSummary => "Summary";

    public virtual string ButtonWrong => "Wrong?";

    public virtual string ButtonOriginal => "Original";

    public virtual string ButtonPrevious => "‹ Previous";

    public virtual string ButtonNext => "Next ›";

    public virtual string ButtonShowAll(int count) => string.Create(CultureInfo.InvariantCulture, $"Show all {count}");

    public virtual string PageOf(int page, int pages) => string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}");

    public virtual string AndMore(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count} more");

    public virtual string ReadOriginal => "Read it at the source";

    public virtual string By(string author) => $"by {author}";
}
