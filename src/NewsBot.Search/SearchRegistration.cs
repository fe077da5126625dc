using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Storage;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>Registers analysis and search; nothing of Lucene is touched before the first match or search.</summary>
public static class SearchRegistration
{
    extension(IServiceCollection services)
    {
        /// <param name="folder">A folder for the index alone.</param>
        public IServiceCollection AddSearch(string folder)
        {
            services.AddSingleton<StemmingAnalyzer>();
            services.AddSingleton<ITermAnalyzer>(provider => provider.GetRequiredService<StemmingAnalyzer>());
            services.AddSingleton<IArticleIndex>(provider => new LuceneArticleIndex(
                new SearchOptions(folder),
                provider.GetRequiredService<INewsStore>(),
                provider.GetRequiredService<StemmingAnalyzer>(),
                provider.GetRequiredService<FeedRegistry>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<LuceneArticleIndex>>()));
            return services;
        }
    }
}
