using System.Globalization;
using System.IO.Compression;

namespace NewsBot.Storage.LiteDb;

/// <summary>A backup: a zip archive of the data file and its log, nothing else. It holds no key and no token.</summary>
public static class BackupFile
{
    /// <summary>Puts the archive's files into a data folder that holds no store.</summary>
    /// <returns>Null when all is well, else what is wrong.</returns>
    public static string? Restore(string file, LiteDatabaseOptions options)
    {
        if (File.Exists(options.DataFile))
        {
            return $"{options.Directory} holds a store already. Restore into an empty folder, or move {options.DataFile} away.";
        }

        try
        {
            using var archive = ZipFile.OpenRead(file);
            if (archive.GetEntry(Path.GetFileName(options.DataFile)) is not { } data)
            {
                return $"{file} is no backup of newsbot.";
            }

            // Only these two names are ever written, whatever else the archive holds.
            Directory.CreateDirectory(options.Directory);
            archive.GetEntry(Path.GetFileName(options.LogFile))?.ExtractToFile(options.LogFile, overwrite: true);
            data.ExtractToFile(options.DataFile + ".part", overwrite: true);
            File.Move(options.DataFile + ".part", options.DataFile);
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return $"{file} cannot be restored: {e.Message}";
        }
    }

    /// <summary>Called on the writer's thread: nothing changes meanwhile.</summary>
    internal static void Write(string file, LiteDatabaseOptions options)
    {
        var part = file + ".part";
        using (var archive = new ZipArchive(new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None), ZipArchiveMode.Create))
        {
            foreach (var path in (string[])[options.DataFile, options.LogFile])
            {
                using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var target = archive.CreateEntry(Path.GetFileName(path), CompressionLevel.Fastest).Open();
                source.CopyTo(target);
            }
        }

        File.Move(part, file, overwrite: false);
    }

    /// <summary>Kept beside the store; an older copy of the same version is kept, as it was made before the first try.</summary>
    internal static void WriteBeforeMigration(int version, LiteDatabaseOptions options)
    {
        var file = Path.Combine(options.Directory, string.Create(CultureInfo.InvariantCulture, $"newsbot-schema-{version}.zip"));
        if (!File.Exists(file))
        {
            Write(file, options);
        }
    }
}
