using System.Collections.Frozen;

namespace NewsBot.Core.Stories;

/// <summary>Small numbers as words, folded, so that "two dead" and "five dead" differ and "three dead" and "3 dead" do not. Words that mean something else in a neighbouring language are left out.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, string> Digits = new (string Digits, string Words)[]
    {
        ("2", "two zwei deux dos twee tva dois dwa iki два две двое"),
        ("3", "three drei trois drie trzy три трое uc"),
        ("4", "four vier quatre cuatro quattro quatro fyra fire cztery четыре четверо dort"),
        ("5", "five funf cinq cinco cinque vijf fem piec пять пятеро bes"),
        ("6", "six sechs seis zes szesc шесть шестеро alti"),
        ("7", "seven sieben sept siete sette sete zeven siedem семь yedi"),
        ("8", "eight acht huit ocho otto oito osiem восемь sekiz"),
        ("9", "nine neun nueve dziewiec девять dokuz"),
        ("1", "ten zehn diez dieci dez tien dziesiec десять"),
        ("11", "eleven undici onze одиннадцать"),
        ("12", "twelve zwolf douze doce dodici twaalf двенадцать"),
    }.SelectMany(pair => pair.Words.Split(' ').Select(word => (word, pair.Digits))).ToFrozenDictionary(pair => pair.word, pair => pair.Digits, StringComparer.Ordinal);

    /// <summary>The number's key as <see cref="TitleToken"/> makes it from digits; null for other words.</summary>
    public static string? Key(string folded) => Digits.GetValueOrDefault(folded);
}
