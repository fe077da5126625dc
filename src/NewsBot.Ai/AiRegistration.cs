using System.ClientModel;
using Anthropic;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Summaries;
using OllamaSharp;
using OpenAI;

namespace NewsBot.Ai;

/// <summary>Registers the writer of summaries: the configured model, or none.</summary>
public static class AiRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddAi() => services.AddSingleton(Writer);
    }

    private static ISummaryWriter Writer(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AiOptions>>();
        return options.Value.IsOn
            ? new ModelSummaryWriter(Client(options.Value), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelSummaryWriter>>())
            : new ExtractOnly();
    }

    internal static IChatClient Client(AiOptions options)
    {
        var key = KeyOf(options);
        return options.Provider.ToLowerInvariant() switch
        {
            "openai" => new OpenAIClient(new ApiKeyCredential(key.Length > 0 ? key : "none"), OpenAi(options)).GetChatClient(options.Model).AsIChatClient(),
            "ollama" => new OllamaApiClient(options.Url.Length > 0 ? options.Url : "http://localhost:11434", options.Model),
            "anthropic" => Claude(options, key).AsIChatClient(options.Model),
            var other => throw new InvalidOperationException($"Ai:Provider is \"{other}\". Write openai, ollama or anthropic, or leave it empty."),
        };
    }

    /// <summary>Empty when none is set.</summary>
    internal static string KeyOf(AiOptions options) => options.KeyFile.Length > 0 ? string.Concat(File.ReadLines(options.KeyFile)).Trim() : options.Key;

    private static OpenAIClientOptions OpenAi(AiOptions options)
    {
        var client = new OpenAIClientOptions { NetworkTimeout = options.Timeout };
        if (options.Url.Length > 0)
        {
            client.Endpoint = new Uri(options.Url);
        }

        return client;
    }

    private static AnthropicClient Claude(AiOptions options, string key) => options.Url.Length > 0
        ? new AnthropicClient { ApiKey = key, BaseUrl = options.Url, MaxRetries = 0 }
        : new AnthropicClient { ApiKey = key, MaxRetries = 0 };
}
