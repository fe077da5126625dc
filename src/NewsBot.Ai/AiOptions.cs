using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Ai;

/// <summary>Whether and how a language model writes summaries. Off unless a provider is named; the text of articles is sent to it.</summary>
public sealed class AiOptions
{
    public const string Section = "Ai";

    [Description("Who writes summaries: \"openai\" (any server with its protocol), \"ollama\" or \"anthropic\". Empty: nobody, summaries are sentences of the article.")]
    public string Provider { get; set; } = "";

    [Description("Address of the provider's API, such as http://localhost:11434 for Ollama; empty for the provider's own.")]
    public string Url { get; set; } = "";

    [Description("The key of the provider's API. Better kept in a file: KeyFile.")]
    public string Key { get; set; } = "";

    [Description("A file that holds the key and nothing else.")]
    public string KeyFile { get; set; } = "";

    [Description("Name of the model.")]
    public string Model { get; set; } = "";

    [Description("The most words of a written summary.")]
    [Range(20, 300)]
    public int Words { get; set; } = 80;

    [Description("Calls a day, of all places together.")]
    [Range(1, 1_000_000)]
    public int CallsPerDay { get; set; } = 500;

    [Description("Calls a day that one place may cause.")]
    [Range(1, 1_000_000)]
    public int CallsPerPlace { get; set; } = 50;

    [Description("Tokens a day, of all places together, questions and answers.")]
    [Range(1_000, 1_000_000_000)]
    public int TokensPerDay { get; set; } = 1_000_000;

    [Description("How much of an article is sent, in tokens of about four characters.")]
    [Range(200, 100_000)]
    public int PromptTokens { get; set; } = 3_000;

    [Description("How long an answer may take before the extract is shown.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsOn => Provider.Length > 0;
}
