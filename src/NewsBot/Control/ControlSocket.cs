using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Control;

/// <summary>Where the running process of a data folder listens.</summary>
internal static class ControlSocket
{
    // sockaddr_un of Linux holds 108 bytes, of macOS 104, with the closing zero.
    private const int LongestPath = 100;

    /// <summary>Inside the data folder; where its path is too long for a socket, under a name made of it in the folder for temporary files.</summary>
    public static string PathFor(string dataFolder)
    {
        var inside = Path.Combine(dataFolder, "control.sock");
        return Encoding.UTF8.GetByteCount(inside) <= LongestPath
            ? inside
            : Path.Combine(Path.GetTempPath(), $"newsbot-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)).AsSpan(0, 8))}.sock");
    }
}
