using System.Text.Json;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Tests.Gateway;

/// <summary>Whatever happens in whatever order.</summary>
public sealed class ShardMachinePropertyTests
{
    private static readonly string[] Frames =
    [
        """{"op":10,"d":{"heartbeat_interval":40000}}""", """{"op":10,"d":{}}""", """{"op":11}""", """{"op":1,"d":null}""", """{"op":7}""", """{"op":9,"d":true}""", """{"op":9,"d":false}""",
        """{"op":0,"t":"READY","s":1,"d":{"session_id":"a","resume_gateway_url":"ws://resume.example"}}""", """{"op":0,"t":"READY","s":1,"d":{}}""", """{"op":0,"t":"RESUMED","s":9,"d":{}}""",
        """{"op":0,"t":"GUILD_CREATE","s":12,"d":{"id":"1"}}""", """{"op":0}""", """{"op":99,"d":[1]}""",
    ];

    private static readonly int?[] Codes = [null, 1000, 1001, 1006, 4000, 4001, 4003, 4007, 4008, 4009, 4014, 4999];

    [Fact]
    public void A_shard_is_never_stuck_and_never_does_anything_once_it_is_over()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var machine = new ShardMachine(random);
            var (state, now, closedOrNever) = (ShardState.Initial, TimeSpan.Zero, true);
            for (var count = 0; count < 200; count++)
            {
                now += TimeSpan.FromSeconds(random.NextDouble() * 30);
                var wasOver = state.IsOver;
                var step = machine.Next(state, Any(random), now);
                state = step.State;

                Assert.True(!wasOver || step.Actions.Count == 0, $"seed {seed}: acts after its end");
                Assert.True(state.IsOver || state.NextDue is not null || state.Phase is ShardPhase.Idle or ShardPhase.Finding, $"seed {seed}: stuck in {state.Phase}");
                foreach (var action in step.Actions)
                {
                    closedOrNever = action switch
                    {
                        ShardAction.Connect => Expect(closedOrNever, $"seed {seed}: connects beside a connection"),
                        ShardAction.Close => true,
                        _ => closedOrNever,
                    };
                }

                closedOrNever |= state.Phase is ShardPhase.BackingOff or ShardPhase.Fatal or ShardPhase.Stopped;
            }
        }
    }

    private static bool Expect(bool holds, string problem)
    {
        Assert.True(holds, problem);
        return false;
    }

    private static ShardEvent Any(Random random) => random.Next(30) switch
    {
        0 => new ShardEvent.Start(random.Next(2) == 0 ? null : new GatewaySession("kept", new Uri("ws://resume.example"), 5)),
        < 5 => new ShardEvent.GatewayFound(new Uri("ws://gateway.example"), random.Next(3), TimeSpan.FromHours(1)),
        5 => new ShardEvent.GatewayNotFound("no", random.Next(20) == 0),
        < 9 => new ShardEvent.Opened(),
        9 => new ShardEvent.ConnectFailed("no"),
        < 18 => new ShardEvent.Received(JsonSerializer.Deserialize<GatewayFrame>(Frames[random.Next(Frames.Length)])!),
        18 => new ShardEvent.Garbled(),
        19 => new ShardEvent.Closed(Codes[random.Next(Codes.Length)]),
        < 23 => new ShardEvent.IdentifyAllowed(),
        23 => new ShardEvent.IdentifyRefused(TimeSpan.FromHours(1)),
        24 when random.Next(20) == 0 => new ShardEvent.Stop(random.Next(2) == 0),
        _ => new ShardEvent.Tick(),
    };
}
