using System.Globalization;

namespace NewsBot.Testing.Telegram;

/// <summary>The files that Telegram keeps, by id and by download path.</summary>
internal sealed class FileCabinet
{
    private readonly Dictionary<string, VirtualFile> _byId = new(StringComparer.Ordinal);

    public VirtualFile Add(string name, string contentType, byte[] bytes, string? sourceUrl = null)
    {
        var file = new VirtualFile(string.Create(CultureInfo.InvariantCulture, $"FILE{_byId.Count + 1:D8}"), name, contentType, bytes) { SourceUrl = sourceUrl };
        _byId[file.Id] = file;
        return file;
    }

    public VirtualFile? ById(string id) => _byId.GetValueOrDefault(id);

    public VirtualFile? ByPath(string path) => _byId.Values.FirstOrDefault(file => PathOf(file) == path);

    public static string PathOf(VirtualFile file) => $"documents/{file.Id}{Path.GetExtension(file.Name)}";
}
