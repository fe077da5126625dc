using System.Diagnostics;
using System.Globalization;
using NewsBot.Fuzzing;

// fuzz TARGET COUNT CORPUS [SEED]: exit code 0 when every input was answered in time and in bounds.
// fuzz afl TARGET: one input after the other as afl-fuzz hands them over; see tests/long/run-afl.
if (args is ["afl", var name])
{
    SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        FuzzTargets.All[name](bytes.ToArray());
    });
    return 0;
}

var target = FuzzTargets.All[args[0]];
var count = int.Parse(args[1], CultureInfo.InvariantCulture);
var corpus = Directory.EnumerateFiles(args[2]).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
var seed = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1;
return new FuzzRun(args[0], target, new Mutator(corpus, seed)).Run(count);

namespace NewsBot.Fuzzing
{
    /// <summary>One target and many inputs. The first input that throws, takes longer than a second of work or outgrows the memory ends the run and stays as a file.</summary>
    internal sealed class FuzzRun(string name, Action<byte[]> target, Mutator mutator)
    {
        private const long MostMemory = 256L * 1024 * 1024;
        private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);
        private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);
        private byte[] _input = [];
        private long _began;

        public int Run(int count)
        {
            using var watch = new Timer(_ => EndIfHanging(), null, Hang, TimeSpan.FromSeconds(1));
            var start = Stopwatch.GetTimestamp();
            var slowest = TimeSpan.Zero;
            for (var done = 0; done < count; done++)
            {
                _input = mutator.Next();
                if (Fault(out var took) is { } fault)
                {
                    return Keep(fault, done);
                }

                slowest = took > slowest ? took : slowest;
            }

            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} executions, 0 faults, slowest {slowest.TotalMilliseconds:F0} ms, peak {process.PeakWorkingSet64 / 1024 / 1024} MiB, {count / seconds:F0}/s"));
            return 0;
        }

        /// <summary>A slow answer counts when it is slow three times: the machine may be busy with other things.</summary>
        private string? Fault(out TimeSpan took)
        {
            took = TimeSpan.MaxValue;
            for (var attempt = 0; attempt < 3 && took > MostTime; attempt++)
            {
                Volatile.Write(ref _began, Stopwatch.GetTimestamp());
                try
                {
                    target(_input);
                }
                catch (Exception e)
                {
                    return e.ToString();
                }

                var once = Stopwatch.GetElapsedTime(_began);
                took = once < took ? once : took;
            }

            var memory = Environment.WorkingSet;
            return took > MostTime ? $"It takes {took}." : memory > MostMemory ? $"The process has {memory / 1024 / 1024} MiB." : null;
        }

        private void EndIfHanging()
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _began)) > Hang && _began != 0)
            {
                Environment.Exit(Keep("It hangs.", -1));
            }
        }

        private int Keep(string fault, int done)
        {
            var file = Path.GetFullPath($"fault-{name}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(_input))[..12]}");
            File.WriteAllBytes(file, _input);
            Console.WriteLine($"{name}: fault after {done} executions, input kept as {file}\n{fault}");
            return 1;
        }
    }
}
