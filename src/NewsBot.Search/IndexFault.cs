using Lucene.Net.Store;

namespace NewsBot.Search;

/// <summary>Tells broken files from trouble outside them: only the former are a reason to build the index anew.</summary>
internal static class IndexFault
{
    /// <summary>COR_E_IO: what an IOException has unless the system gave it an error number.</summary>
    private const int GenericIoError = unchecked((int)0x80131620);

    /// <summary>Bytes that cannot be what was written.</summary>
    public static bool IsBroken(Exception e) => e is IndexOutOfRangeException || (e is IOException && !IsOutside(e));

    /// <summary>A full disk, missing rights or a foreign lock: the index itself may be sound.</summary>
    public static bool IsOutside(Exception e) =>
        e is UnauthorizedAccessException or LockObtainFailedException || (e.GetType() == typeof(IOException) && e.HResult != GenericIoError);
}
