using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>Fills in what Discord adds to the components of a message it keeps: a number for each, and what was left to its default.</summary>
internal static class FakeComponents
{
    /// <summary>Returns the next free number.</summary>
    public static int Complete(JsonNode? components, int next)
    {
        foreach (var component in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            next = Complete(component, next);
        }

        return next;
    }

    private static int Complete(JsonObject component, int next)
    {
        component["id"] ??= next++;
        switch ((int?)component["type"])
        {
            case 3 or 5 or 6 or 7 or 8:
                component["min_values"] ??= 1;
                component["max_values"] ??= 1;
                break;
            case 11:
                Show(component);
                break;
            case 12:
                foreach (var item in (component["items"] as JsonArray ?? []).OfType<JsonObject>())
                {
                    Show(item);
                }

                break;
            case 14:
                component["spacing"] ??= 1;
                component["divider"] ??= true;
                break;
            case 17:
                component["spoiler"] ??= false;
                Name(component, "accent_color");
                break;
        }

        next = Complete(component["components"], next);
        return component["accessory"] is JsonObject accessory ? Complete(accessory, next) : next;
    }

    private static void Show(JsonObject shown)
    {
        shown["spoiler"] ??= false;
        Name(shown, "description");
        if (shown["media"] is JsonObject media)
        {
            media["id"] ??= "1";
            media["proxy_url"] ??= (string?)media["url"];
        }
    }

    private static void Name(JsonObject component, string name)
    {
        if (!component.ContainsKey(name))
        {
            component[name] = null;
        }
    }
}
