using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>Something a person did, and what the bot made of it. Discord's rules hold: the first answer within 3 s and once only, everything else within 15 min.</summary>
public sealed class FakeInteraction
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly FakeWorld _world;
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<FakeMessage> _followUps = [];

    internal FakeInteraction(FakeWorld world, FakeChannel channel, JsonObject user, int type, FakeMessage? pressed) =>
        (_world, Channel, User, Type, Pressed, Id, At) = (world, channel, user, type, pressed, world.NewId(), world.Time.GetUtcNow());

    public ulong Id { get; }

    public DateTimeOffset At { get; }

    public FakeChannel Channel { get; }

    /// <summary>The message whose button was pressed.</summary>
    public FakeMessage? Pressed { get; }

    /// <summary>Completes with the first answer.</summary>
    public Task Answered => _answered.Task;

    /// <summary>How long the first answer took.</summary>
    public TimeSpan? AnsweredAfter { get; private set; }

    /// <summary>Attempts at a first answer; more than one means that the bot answered twice.</summary>
    public int Answers { get; private set; }

    /// <summary>Discord's number of the first answer: 4 a message, 5 later, 6 nothing yet, 7 a changed message, 8 choices, 9 a dialog.</summary>
    public int AnswerType { get; private set; }

    /// <summary>The data of the first answer.</summary>
    public JsonObject Data { get; private set; } = [];

    /// <summary>The message that answers; null for choices and dialogs and while it is only announced.</summary>
    public FakeMessage? Original { get; private set; }

    public IReadOnlyList<FakeMessage> FollowUps
    {
        get
        {
            lock (_world.Lock)
            {
                return [.. _followUps];
            }
        }
    }

    /// <summary>Names of the choices of an autocompletion.</summary>
    public IReadOnlyList<string> Choices => [.. (Data["choices"] as JsonArray ?? []).Select(choice => (string)choice!["name"]!)];

    internal JsonObject User { get; }

    internal int Type { get; }

    /// <summary>What the bot answers with.</summary>
    public string Token => $"aW50ZXJhY3Rpb246{Id}";

    /// <summary>The answer that refuses everything once the token is too old; null before.</summary>
    internal FakeAnswer? IsOver => _world.Time.GetUtcNow() - At > Life ? FakeAnswer.Error(401, 50027, "Invalid Webhook Token") : null;

    internal FakeAnswer Answer(FakeBody body)
    {
        lock (_world.Lock)
        {
            Answers++;
            if (AnsweredAfter is not null)
            {
                return FakeAnswer.Error(400, 40060, "Interaction has already been acknowledged.");
            }

            var age = _world.Time.GetUtcNow() - At;
            if (age > FirstAnswer)
            {
                return FakeAnswer.Error(404, 10062, "Unknown interaction");
            }

            var type = (int?)body.Object["type"] ?? 0;
            var data = body.Object["data"] as JsonObject ?? [];
            if (Check(type, data, body) is { } wrong)
            {
                return wrong;
            }

            Act(type, data, body);
            (AnsweredAfter, AnswerType, Data) = (age, type, (JsonObject)data.DeepClone());
        }

        _answered.TrySetResult();
        return FakeAnswer.Empty();
    }

    internal FakeAnswer FollowUp(FakeBody body)
    {
        lock (_world.Lock)
        {
            if (FakeChecks.Message(body.Object, body) is { } wrong)
            {
                return wrong;
            }

            var message = Write(body.Object, body);
            _followUps.Add(message);
            return FakeAnswer.Ok(message.ToJson());
        }
    }

    internal FakeAnswer ReadOriginal() => Original is { IsDeleted: false } original ? FakeAnswer.Ok(original.ToJson()) : FakeAnswer.Error(404, 10008, "Unknown Message");

    internal FakeAnswer EditOriginal(FakeBody body)
    {
        lock (_world.Lock)
        {
            if (AnsweredAfter is null)
            {
                return FakeAnswer.Error(404, 10015, "Unknown Webhook");
            }

            if (FakeChecks.Message(body.Object, body) is { } wrong && Original is null)
            {
                return wrong;
            }

            if (Original is null)
            {
                var flags = (int?)Data["flags"] ?? 0;
                var first = (JsonObject)body.Object.DeepClone();
                first["flags"] = ((int?)first["flags"] ?? 0) | flags;
                Original = Write(first, body);
            }
            else
            {
                Original.Edit(body.Object, body.Files, _world.Time.GetUtcNow());
            }

            return FakeAnswer.Ok(Original.ToJson());
        }
    }

    internal FakeAnswer DeleteOriginal()
    {
        if (Original is not { IsDeleted: false } original)
        {
            return FakeAnswer.Error(404, 10008, "Unknown Message");
        }

        original.IsDeleted = true;
        return FakeAnswer.Empty();
    }

    internal FakeAnswer EditFollowUp(ulong id, FakeBody body)
    {
        lock (_world.Lock)
        {
            if (_followUps.Find(message => message.Id == id) is not { } message)
            {
                return FakeAnswer.Error(404, 10008, "Unknown Message");
            }

            message.Edit(body.Object, body.Files, _world.Time.GetUtcNow());
            return FakeAnswer.Ok(message.ToJson());
        }
    }

    private FakeAnswer? Check(int type, JsonObject data, FakeBody body)
    {
        var isAllowed = Type switch
        {
            4 => type == 8,
            3 => type is 4 or 5 or 6 or 7 or 9,
            2 => type is 4 or 5 or 9,
            _ => type is 4 or 5 or 6 or 7,
        };
        return !isAllowed ? FakeAnswer.Error(400, 50035, "Invalid Form Body")
            : type == 8 && (data["choices"] as JsonArray ?? []).Count > 25 ? FakeAnswer.Error(400, 50035, "Invalid Form Body")
            : type is 4 or 7 ? FakeChecks.Message(data, body)
            : null;
    }

    private void Act(int type, JsonObject data, FakeBody body)
    {
        if (type == 4)
        {
            Original = Write(data, body);
        }

        if (type is 6 or 7)
        {
            Original = Pressed;
        }

        if (type == 7)
        {
            Pressed!.Edit(data, body.Files, _world.Time.GetUtcNow());
        }
    }

    /// <summary>What only one person sees does not stand in the channel.</summary>
    private FakeMessage Write(JsonObject data, FakeBody body)
    {
        var message = new FakeMessage(_world.NewId(), Channel.Id, _world.Time.GetUtcNow()) { Interaction = this };
        message.Write(data, body.Files);
        if (!message.IsEphemeral)
        {
            Channel.Stored.Add(message);
        }

        return message;
    }
}
