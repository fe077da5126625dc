using System.Text.Json.Serialization;

namespace NewsBot.Control;

/// <summary>A verb that another process asks the running one to carry out.</summary>
/// <param name="Folder">The asking process's working folder.</param>
internal sealed record ControlRequest(string[] Arguments, string Folder, bool IsTerminal, bool HasColor, int Width);

/// <summary>One line of the answer: a piece of output, of error output, or at the end the exit code.</summary>
internal sealed record ControlFrame
{
    public string? Out { get; init; }

    public string? Error { get; init; }

    public int? Exit { get; init; }
}

/// <summary>How both lie on the wire: JSON, an answer as one frame a line.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlFrame))]
internal sealed partial class ControlJson : JsonSerializerContext;
