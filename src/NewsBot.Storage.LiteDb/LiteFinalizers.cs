using System.Runtime.ExceptionServices;
using LiteDB.Engine;

namespace NewsBot.Storage.LiteDb;

/// <summary>
/// LiteDB 5.0.20 leaves transactions to the finalizer when a disk error ends its engine, and their finalizer throws: it hands pages back to what is closed. That alone would end the program, on a full disk again and again.
/// </summary>
public static class LiteFinalizers
{
    /// <summary>Lets the program live on after such an exception; every other one ends it as before. To be called once, by the program itself.</summary>
    public static void Guard() => ExceptionHandling.SetUnhandledExceptionHandler(IsOfAbandonedTransaction);

    private static bool IsOfAbandonedTransaction(Exception e) => e.StackTrace is { } trace && trace.Contains("TransactionService.Finalize()", StringComparison.Ordinal) && trace.Contains(typeof(LiteEngine).Namespace!, StringComparison.Ordinal);
}
