using System.Text.Json.Serialization;

namespace NewsBot.Control;

/// <summary>What another process asks of the running one: the first line it sends.</summary>
/// <param name="Arguments">The command line of a verb; for <see cref="ControlKind.Posts"/> the name whose posts are shown.</param>
/// <param name="Folder">The asking process's working folder.</param>
internal sealed record ControlRequest(ControlKind Kind, string[] Arguments, string Folder, bool IsTerminal, bool HasColor, int Width, bool IsJson);

/// <summary>What is asked for.</summary>
internal enum ControlKind
{
    /// <summary>Whether anybody answers, and what keeps the bot from working.</summary>
    Health,

    /// <summary>A verb is to be carried out.</summary>
    Verb,

    /// <summary>What is sent to a place of the terminal, for as long as the other side listens.</summary>
    Posts,
}

/// <summary>One line of the answer: a piece of output, of error output, or at the end the exit code.</summary>
internal sealed record ControlFrame
{
    public string? Out { get; init; }

    public string? Error { get; init; }

    public int? Exit { get; init; }
}

/// <summary>How both lie on the wire: JSON, one object a line.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlFrame))]
internal sealed partial class ControlJson : JsonSerializerContext;
