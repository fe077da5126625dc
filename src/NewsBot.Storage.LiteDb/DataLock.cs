using System.Globalization;

namespace NewsBot.Storage.LiteDb;

/// <summary>
/// Keeps a second process away from a data folder: LiteDB does not on Linux and loses acknowledged writes (litedb-org/LiteDB#2163). The system releases it when the process dies.
/// </summary>
public sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <summary>Null when another process holds the folder; then <paramref name="holder"/> is its process id where known.</summary>
    public static DataLock? TryTake(string path, out int? holder)
    {
        holder = null;
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            File.WriteAllText(path + ".pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataLock(file);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException and not PathTooLongException && IsHeld(path))
        {
            // FileShare.None is an advisory lock on Unix: the holder's number is readable beside it.
            holder = ReadHolder(path + ".pid");
            return null;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A new folder is readable by this user only: it holds what people follow and keep.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool IsHeld(string path) => File.Exists(path);

    private static int? ReadHolder(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
