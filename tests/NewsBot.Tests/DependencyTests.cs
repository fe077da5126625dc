using System.Reflection;

namespace NewsBot.Tests;

public sealed class DependencyTests
{
    private static readonly string[] AllowedOfCore = ["NodaTime", "Microsoft.Extensions.", "System.", "netstandard", "mscorlib"];

    [Fact]
    public void The_core_knows_no_adapter_and_no_package_of_one()
    {
        var foreign = typeof(NewsBot.Core.Articles.Article).Assembly.GetReferencedAssemblies()
            .Where(reference => !AllowedOfCore.Any(allowed => reference.Name!.StartsWith(allowed, StringComparison.Ordinal)));

        Assert.Empty(foreign.Select(reference => reference.Name));
    }

    [Fact]
    public void Adapters_never_see_each_other()
    {
        var own = Directory.GetFiles(AppContext.BaseDirectory, "NewsBot.*.dll")
            .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
            .Where(assembly => assembly.GetName().Name is { } name && !name.EndsWith(".Tests", StringComparison.Ordinal) && name is not ("NewsBot.Core" or "NewsBot.Testing"))
            .ToList();

        Assert.NotEmpty(own);
        Assert.All(own, assembly => Assert.DoesNotContain(assembly.GetReferencedAssemblies(), reference => reference.Name!.StartsWith("NewsBot.", StringComparison.Ordinal) && reference.Name != "NewsBot.Core"));
    }
}
