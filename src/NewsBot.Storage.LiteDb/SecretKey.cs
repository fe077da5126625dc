using System.Security.Cryptography;

namespace NewsBot.Storage.LiteDb;

/// <summary>Encrypts with a key of this data folder (AES-256-GCM), which only the user of the process may read. What was bound to one row cannot be read as another's.</summary>
public sealed class SecretKey
{
    private const int KeyBytes = 32;
    private const int LongestFile = 1_000;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly byte[] _key;

    private SecretKey(byte[] key) => _key = key;

    /// <summary>Reads DATA/secret.key, or makes it. Throws <see cref="InvalidDataException"/> with a sentence for the operator for a file that cannot serve.</summary>
    /// <param name="named">A file of the operator's that takes its place, such as a mounted secret: it must exist. Null or empty for none.</param>
    public static SecretKey Open(string dataFolder, string? named = null)
    {
        if (!string.IsNullOrEmpty(named))
        {
            var secret = Path.GetFullPath(named);
            RefuseOpenToOthers(secret);
            return Parse(Read(secret)) ?? throw Unfit(secret, $"does not hold a key. Put {2 * KeyBytes} hexadecimal digits there and nothing else, as \"openssl rand -hex {KeyBytes}\" prints");
        }

        var own = Path.Combine(dataFolder, "secret.key");
        return Parse(ReadOwn(own)) ?? throw new InvalidDataException($"{own} is no key of this program. Put the right file back, or delete it and enter the credentials of feeds again.");
    }

    /// <returns>Nonce, tag, then the text.</returns>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> row)
    {
        var sealedText = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var nonce = sealedText.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
        var tag = sealedText.AsSpan(nonce.Length, AesGcm.TagByteSizes.MaxSize);
        var text = sealedText.AsSpan(nonce.Length + tag.Length);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce, plain, text, tag, row);
        return sealedText;
    }

    /// <summary>Null when it was encrypted with another key or for another row.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> sealedText, ReadOnlySpan<byte> row)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        if (sealedText.Length < nonce + tag)
        {
            return null;
        }

        var plain = new byte[sealedText.Length - nonce - tag];
        using var aes = new AesGcm(_key, tag);
        try
        {
            aes.Decrypt(sealedText[..nonce], sealedText[(nonce + tag)..], sealedText.Slice(nonce, tag), plain, row);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static string ReadOwn(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }
            else if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & Private) != mode)
            {
                // Copying a data folder often opens its files to others.
                File.SetUnixFileMode(path, mode & Private);
            }

            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} Let the user that runs the program own the data folder and everything in it.", e);
        }
    }

    private static InvalidDataException Unfit(string path, string why, Exception? cause = null) => new($"Feeds:SecretKeyFile names {path}, which {why}.", cause);

    /// <summary>Its group may read it, as container platforms mount secrets for the group of a process.</summary>
    private static void RefuseOpenToOthers(string path)
    {
        const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw Unfit(path, $"others on this machine may read or change. Close it with \"chmod 640 {path}\", or mount the secret with mode 0440");
        }
    }

    private static string Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LongestFile } ? "" : File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unfit(path, $"does not exist. Put the key there: {2 * KeyBytes} hexadecimal digits", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unfit(path, "cannot be read. Let the user that runs the program read it", e);
        }
    }

    private static SecretKey? Parse(string content) =>
        content.Trim() is { Length: 2 * KeyBytes } text && text.All(char.IsAsciiHexDigit) ? new SecretKey(Convert.FromHexString(text)) : null;

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))));
        file.Flush(flushToDisk: true);
    }
}
