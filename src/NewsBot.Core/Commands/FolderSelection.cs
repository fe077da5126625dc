namespace NewsBot.Core.Commands;

/// <summary>Takes the name of a folder off what was typed, where no number and not "all" stood there. Pure.</summary>
internal static class FolderSelection
{
    /// <param name="folders">Of the home; of two that begin alike the longer is meant.</param>
    public static (Selection Selection, string Words) Take(Selection selection, string typed, IReadOnlyCollection<string> folders)
    {
        if (selection is not Selection.None)
        {
            return (selection, typed);
        }

        var folder = folders.Where(name => StartsWith(typed, name)).MaxBy(name => name.Length);
        return folder is null ? (selection, typed) : (new Selection.Named(folder), typed[folder.Length..].Trim());
    }

    private static bool StartsWith(string typed, string folder) =>
        typed.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && (typed.Length == folder.Length || char.IsWhiteSpace(typed[folder.Length]));
}
