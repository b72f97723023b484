package bridgebench.jmh.runner;

import bridgebench.bridge.task.BridgeSettings;
import bridgebench.jmh.environment.FixedWork;
import bridgebench.jmh.environment.MachineNoise;
import bridgebench.jmh.fork.ForkFolder;
import bridgebench.jmh.fork.ForkOrder;
import bridgebench.jmh.fork.SampleFile;
import bridgebench.jmh.profile.SampleProfiler;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one fork at a time: JMH's Runner with a single fork, whose samples come back through a file.
 * JMH's own output goes to the run's log.
 */
final class ForkRunner {
  private final ForkSettings settings;
  private final List<String> suiteJvmArgs;
  private final long seed;
  private final ForkLog log;
  private final StopSignal stop;
  private final FixedWork fixedWork = new FixedWork();
  private List<String> sharingArgs = List.of();

  ForkRunner(
      ForkSettings settings, List<String> suiteJvmArgs, long seed, Path log, StopSignal stop) {
    this.settings = settings;
    this.suiteJvmArgs = suiteJvmArgs;
    this.seed = seed;
    this.log = new ForkLog(log);
    this.stop = stop;
    JmhLock.ignore();
  }

  /** Lets the forks that follow share their classes, where that is possible. */
  void shareClasses(RunListener listener) throws IOException {
    sharingArgs =
        ClassSharing.jvmArgs(
            (fork, jvmArgs) -> {
              sharingArgs = jvmArgs;
              // Should it fail, the forks of the run say why.
              return run(fork).filter(record -> record.failure() == null).isPresent();
            },
            listener);
  }

  /**
   * Runs a fork to its end.
   *
   * @return its record, with a failure when it failed; empty when it was cut short by a stop
   */
  Optional<ForkRecord> run(PlannedFork fork) throws IOException {
    ForkFolder folder = ForkFolder.make();
    try {
      order(fork, folder).write(folder.order());
      long workBefore = fixedWork.nanos();
      MachineNoise noise = MachineNoise.start();
      Instant startedAt = Instant.now();
      long start = System.nanoTime();
      log.forkStarts(fork);
      Attempt attempt = attempt(fork, folder);
      long elapsedNanos = System.nanoTime() - start;
      Map<String, Double> readings = noise.sinceStart();
      readings.put(ForkRecord.FIXED_WORK_NANOS, (workBefore + fixedWork.nanos()) / 2.0);
      ForkRecord record =
          new ForkRecords(fork, log, settings.forkDeadline(fork))
              .record(
                  startedAt,
                  elapsedNanos,
                  new SampleFile(folder.samples()).read(),
                  readings,
                  attempt.error(),
                  attempt.overran());
      return record.failure() != null && stop.isRequestedSoon()
          ? Optional.empty()
          : Optional.of(record);
    } finally {
      if (!folder.remove()) {
        log.note(folder + " cannot be removed yet; it will be when the program ends");
      }
    }
  }

  private Attempt attempt(PlannedFork fork, ForkFolder folder) throws IOException {
    ForkProcesses processes = new ForkProcesses(folder.order().toString());
    try (ForkGuard guard = new ForkGuard(processes, settings.forkDeadline(fork), stop)) {
      RunnerException error = null;
      try (var out = log.open()) {
        new Runner(
                options(fork, folder),
                OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL))
            .run();
      } catch (RunnerException e) {
        error = e;
      }
      return new Attempt(error, guard.overran());
    }
  }

  private record Attempt(@Nullable RunnerException error, boolean overran) {}

  private ForkOrder order(PlannedFork fork, ForkFolder folder) {
    return ForkOrder.of(
        fork.scenario(),
        new BridgeSettings(
            settings.python(),
            folder.sockets(),
            settings.stallDeadline(),
            settings.maxFrameBytes(),
            seed,
            settings.recordLatency()),
        folder.samples());
  }

  private Options options(PlannedFork fork, ForkFolder folder) {
    Scenario scenario = fork.scenario();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(BenchmarkNames.method(scenario.path())) + "$")
            .mode(BenchmarkNames.mode(scenario.path()))
            .forks(1)
            .threads(scenario.workers())
            .warmupIterations(fork.timing().warmupIterations())
            .warmupTime(TimeValue.nanoseconds(fork.timing().warmupNanos()))
            .measurementIterations(fork.timing().measurementIterations())
            .measurementTime(TimeValue.nanoseconds(fork.timing().measurementNanos()))
            .timeout(TimeValue.nanoseconds(settings.forkDeadline(fork).toNanos()))
            .jvmArgsAppend(jvmArgs(folder))
            .addProfiler(SampleProfiler.class)
            .shouldFailOnError(true);
    BenchmarkNames.params(scenario).forEach((name, value) -> options.param(name, value));
    return options.build();
  }

  private String[] jvmArgs(ForkFolder folder) {
    List<String> args = new ArrayList<>(ForkJvmArgs.forThisJvm());
    args.addAll(sharingArgs);
    args.addAll(suiteJvmArgs);
    args.add("-D" + ForkOrder.PROPERTY + "=" + folder.order());
    return args.toArray(new String[0]);
  }
}
