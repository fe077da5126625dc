using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Configuration;
using NewsBot.Storage.LiteDb;
using NewsBot.Verbs;

namespace NewsBot.Hosting;

/// <summary>The composed program over one data folder: everything is built and loaded here, and closed in order.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly LiteDatabaseHost _database;

    private Bot(ServiceProvider services, LiteDatabaseHost database, string dataFolder, string configFolder)
    {
        _services = services;
        _database = database;
        DataFolder = dataFolder;
        ConfigFolder = configFolder;
    }

    /// <summary>Absolute.</summary>
    public string DataFolder { get; }

    /// <summary>Paths in the settings are relative to this folder.</summary>
    public string ConfigFolder { get; }

    /// <summary>True while its loops run in this process.</summary>
    public bool IsWorking { get; set; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="dataFolder">Absolute; made when it does not exist.</param>
    /// <param name="configFile">Absolute; null looks in the usual places.</param>
    public static Task<BotOpening> OpenAsync(string dataFolder, string? configFile, VerbConsole console, CancellationToken cancellationToken) =>
        OpenAsync(dataFolder, configFile, console, TimeProvider.System, cancellationToken);

    /// <param name="time">The clock of everything but waiting for other processes.</param>
    public static async Task<BotOpening> OpenAsync(string dataFolder, string? configFile, VerbConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        switch (SettingsLoader.Load(configFile, console.Folder))
        {
            case SettingsLoading.Failed(var problems):
                return new BotOpening.Failed(problems);
            case SettingsLoading.Loaded(var configuration, var configFolder):
                return Open(dataFolder) switch
                {
                    Opening.Opened(var database) => await ComposeAsync(() => new Bot(Composition.Build(configuration, database, dataFolder, console, time), database, dataFolder, configFolder), database, cancellationToken),
                    Opening.Refused(var refusal) => refusal,
                    var other => throw new InvalidOperationException($"Unknown opening {other.GetType().Name}."),
                };
            case var other:
                throw new InvalidOperationException($"Unknown loading {other.GetType().Name}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<BotOpening> ComposeAsync(Func<Bot> compose, LiteDatabaseHost database, CancellationToken cancellationToken)
    {
        Bot bot;
        try
        {
            bot = compose();
        }
        catch (InvalidDataException e)
        {
            await database.DisposeAsync();
            return new BotOpening.Failed([e.Message]);
        }

        return await LoadAsync(bot, cancellationToken);
    }

    private static async Task<BotOpening> LoadAsync(Bot bot, CancellationToken cancellationToken)
    {
        try
        {
            await Startup.LoadAsync(bot, cancellationToken);
            return new BotOpening.Opened(bot);
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    private static Opening Open(string dataFolder)
    {
        try
        {
            return LiteDatabaseHost.Open(new LiteDatabaseOptions(dataFolder), NullLogger<LiteDatabaseHost>.Instance) switch
            {
                OpenResult.Opened(var database) => new Opening.Opened(database),
                OpenResult.InUse(var process) => new Opening.Refused(new BotOpening.InUse(dataFolder, process)),
                OpenResult.Newer(var found, var supported) => new Opening.Refused(new BotOpening.Failed([$"the folder {dataFolder} was written by a newer newsbot (schema {found}, this build knows {supported}). Install the newer version."])),
                var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
            };
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new Opening.Refused(new BotOpening.Failed([$"the data folder {dataFolder} cannot be used: {e.Message} Give a folder that this user may write to with --data."]));
        }
    }

    private abstract record Opening
    {
        public sealed record Opened(LiteDatabaseHost Database) : Opening;

        public sealed record Refused(BotOpening Refusal) : Opening;
    }
}

/// <summary>What opening the data folder and the settings came to.</summary>
internal abstract record BotOpening
{
    private BotOpening()
    {
    }

    public sealed record Opened(Bot Bot) : BotOpening;

    /// <param name="Process">Its process id where known.</param>
    public sealed record InUse(string Folder, int? Process) : BotOpening;

    /// <param name="Problems">Each names what is wrong and what to do.</param>
    public sealed record Failed(IReadOnlyList<string> Problems) : BotOpening;
}
