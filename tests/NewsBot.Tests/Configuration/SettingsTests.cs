using Microsoft.Extensions.Configuration;
using NewsBot.Configuration;

namespace NewsBot.Tests.Configuration;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Feeds:Paralel", "4", "Feeds:Parallel")]
    [InlineData("Fedes:Parallel", "4", "Feeds")]
    [InlineData("Feeds:Parallel", "many", "whole number")]
    [InlineData("Feeds:DefaultInterval", "soon", "duration")]
    [InlineData("Feeds:AllowedNetworks", "10.0.0.0/8", "list")]
    public void A_wrong_setting_is_named_with_its_fix(string path, string value, string told)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(path, value)]).Build();

        var problem = Assert.Single(SettingsCheck.Problems(configuration, SettingsCatalog.All));

        Assert.Contains(told, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_fit_raise_nothing()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Feeds:Parallel", "4"), new("feeds:allowednetworks:0", "10.0.0.0/8"), new("Feeds:DefaultInterval", "00:30:00")]).Build();

        Assert.Empty(SettingsCheck.Problems(configuration, SettingsCatalog.All));
    }

    [Fact]
    public void The_shipped_file_lists_every_setting_with_its_default()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "config", "newsbot.json");
        var expected = SettingsFile.Write(SettingsCatalog.All);
        if (Environment.GetEnvironmentVariable("TEST_NEWSBOT_REWRITE") is { Length: > 0 } target)
        {
            File.WriteAllText(target, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void The_readme_explains_every_setting()
    {
        const string begin = "<!-- settings: kept complete by a test -->\n";
        const string end = "<!-- end of settings -->";
        var path = Path.Combine(Root(), "README.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        var expected = SettingsFile.Table(SettingsCatalog.All);
        if (Environment.GetEnvironmentVariable("TEST_NEWSBOT_REWRITE") is { Length: > 0 })
        {
            File.WriteAllText(path, text[..from] + expected + text[to..]);
            return;
        }

        Assert.Equal(expected, text[from..to]);
    }

    /// <summary>The folder that holds the solution.</summary>
    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
