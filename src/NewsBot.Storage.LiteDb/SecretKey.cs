using System.Security.Cryptography;

namespace NewsBot.Storage.LiteDb;

/// <summary>Encrypts with a key of this data folder (AES-256-GCM), which only the user of the process may read. What was bound to one row cannot be read as another's.</summary>
public sealed class SecretKey
{
    private const int KeyBytes = 32;
    private readonly byte[] _key;

    private SecretKey(byte[] key) => _key = key;

    /// <summary>Reads DATA/secret.key, or makes it.</summary>
    /// <param name="named">A file of the operator's that takes its place, such as a mounted secret: it must exist. Null or empty for none.</param>
    public static SecretKey Open(string dataFolder, string? named = null)
    {
        var path = string.IsNullOrEmpty(named) ? Path.Combine(dataFolder, "secret.key") : Path.GetFullPath(named);
        if (!File.Exists(path))
        {
            if (!string.IsNullOrEmpty(named))
            {
                throw new InvalidDataException($"Feeds:SecretKeyFile names {path}, which does not exist. Put the key there: 64 hexadecimal digits.");
            }

            Make(path);
        }

        var text = File.ReadAllText(path).Trim();
        return text.Length == 2 * KeyBytes && text.All(char.IsAsciiHexDigit) ? new SecretKey(Convert.FromHexString(text)) : throw new InvalidDataException($"{path} is no key of this program. Put the right file back, or delete it and enter the credentials of feeds again.");
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

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))));
        file.Flush(flushToDisk: true);
    }
}
