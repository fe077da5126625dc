using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>Buttons below messages, and what is said in the messages of chat platforms alone.</summary>
public partial class Texts
{
    public virtual string ButtonRead => "Read";

    public virtual string ButtonSave => "Save";

    public virtual string ButtonSources => "Sources";

    public virtual string ButtonWrong => "Wrong?";

    public virtual string ButtonDigest => "Digest";

    public virtual string ButtonQuiet => "Quiet hours";

    public virtual string ButtonStyle => "Style";

    public virtual string ButtonPause => "Pause";

    public virtual string ButtonPauseWeek => "Pause for a week";

    public virtual string ButtonResume => "Resume";

    public virtual string ButtonFilter => "Filter";

    public virtual string ButtonNoFilter => "Without filter";

    public virtual string ButtonOnlyDigest => "Only in the digest";

    public virtual string ButtonAtOnce => "At once";

    public virtual string ButtonPrevious => "‹ Previous";

    public virtual string ButtonNext => "Next ›";

    public virtual string ButtonShowAll(int count) => string.Create(CultureInfo.InvariantCulture, $"Show all {count}");

    public virtual string PageOf(int page, int pages) => string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}");

    public virtual string AndMore(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count} more");

    public virtual string ReadOriginal => "Read it at the source";

    public virtual string By(string author) => $"by {author}";
}
