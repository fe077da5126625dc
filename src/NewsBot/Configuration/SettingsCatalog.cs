using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using NewsBot.Ai;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Hosting;
using NewsBot.Feeds.Http;
using NewsBot.Telegram.Hosting;

namespace NewsBot.Configuration;

/// <summary>Every setting of the program, from the option types that hold them: one table behind the start check and the settings file.</summary>
internal static class SettingsCatalog
{
    private static readonly (string Section, Type Options)[] Types =
    [
        (FeedsOptions.Section, typeof(FeedsOptions)),
        (HttpOptions.Section, typeof(HttpOptions)),
        (EnrichmentOptions.Section, typeof(EnrichmentOptions)),
        (AiOptions.Section, typeof(AiOptions)),
        (DeliveryOptions.Section, typeof(DeliveryOptions)),
        (QuotaOptions.Section, typeof(QuotaOptions)),
        (RetentionOptions.Section, typeof(RetentionOptions)),
        (TelegramOptions.Section, typeof(TelegramOptions)),
        (DiscordOptions.Section, typeof(DiscordOptions)),
    ];

    /// <summary>In the order of the option types.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. Types.SelectMany(pair => SettingsOf(pair.Section, pair.Options))];

    private static IEnumerable<Setting> SettingsOf(string section, Type type)
    {
        var defaults = Activator.CreateInstance(type);
        return type.GetProperties().Where(property => property.CanWrite).Select(property => new Setting(
            section,
            property.Name,
            property.PropertyType,
            property.GetValue(defaults),
            property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? throw new InvalidOperationException($"The setting {section}:{property.Name} has no description."))
        {
            Range = property.GetCustomAttribute<RangeAttribute>(),
            Form = property.GetCustomAttribute<RegularExpressionAttribute>(),
            IsSecret = property.GetCustomAttribute<PasswordPropertyTextAttribute>()?.Password == true,
        });
    }
}

/// <summary>One setting with its default and a sentence for the operator.</summary>
internal sealed record Setting(string Section, string Name, Type Type, object? Default, string Description)
{
    public const string FileSuffix = "_FILE";

    /// <summary>What the value must lie between, or null.</summary>
    public RangeAttribute? Range { get; init; }

    /// <summary>What the text must look like, with the words for one that does not; or null.</summary>
    public RegularExpressionAttribute? Form { get; init; }

    /// <summary>True for what is shown nowhere and may be kept in a file of its own, which the setting <see cref="FilePath"/> names.</summary>
    public bool IsSecret { get; init; }

    public string FilePath => Path + FileSuffix;

    public string Path => $"{Section}:{Name}";

    public bool IsList => Type == typeof(IList<string>);
}
