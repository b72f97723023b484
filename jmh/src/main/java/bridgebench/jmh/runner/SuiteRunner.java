package bridgebench.jmh.runner;

import bridgebench.jmh.environment.EnvironmentFacts;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.run.RunHeader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs the forks of a suite in their interleaved order and keeps each in the journal before the
 * next starts. A failed fork ends its scenario, never the run.
 *
 * <p>One instance runs once. {@link #stop()} may be called by any thread, a signal handler's
 * included, at any time.
 */
public final class SuiteRunner {
  private final StopSignal stop = new StopSignal();

  /**
   * Makes a run.
   *
   * @throws ProgramReplacedException when a build replaced the program's jar on the way
   * @throws IOException when results cannot be written; what the journal holds by then is kept
   */
  public RunOutcome run(RunPlan plan, RunListener listener) throws IOException {
    RunHeader header =
        new RunHeader(
            Journal.FORMAT_VERSION,
            plan.folder().runId(),
            Instant.now(),
            plan.suite(),
            plan.environment(),
            plan.command(),
            plan.seed());
    try (Journal journal = Journal.create(plan.folder().path(), header)) {
      return finish(header, List.of(), plan.folder(), plan.settings(), journal, listener);
    }
  }

  /**
   * Goes on with a run where its journal stops. Scenarios that failed stay failed.
   *
   * @param environment what the rest is measured on; the listener is told what has changed
   * @throws ProgramReplacedException when a build replaced the program's jar on the way
   * @throws IOException when the journal cannot be read or results cannot be written
   */
  public RunOutcome resume(
      RunFolder folder, Environment environment, ForkSettings settings, RunListener listener)
      throws IOException {
    JournalContents contents = Journal.read(folder.path());
    contents.warnings().forEach(listener::message);
    tellChanges(contents, environment, listener);
    try (Journal journal = Journal.reopen(folder.path())) {
      journal.appendResumed(environment);
      return finish(contents.header(), contents.forks(), folder, settings, journal, listener);
    }
  }

  /**
   * Ends the current fork and its workers and lets the run return; what is in the journal stays.
   */
  public void stop() {
    stop.request();
  }

  private RunOutcome finish(
      RunHeader header,
      List<ForkRecord> done,
      RunFolder folder,
      ForkSettings settings,
      Journal journal,
      RunListener listener)
      throws IOException {
    ProgramJars program = ProgramJars.ofThisProgram();
    RunProgress progress =
        new RunProgress(ForkSchedule.interleaved(header.suite().scenarios(), header.seed()), done);
    ForkRunner forks =
        new ForkRunner(
            settings,
            header.suite().jvmArgs(),
            header.seed(),
            folder.path().resolve("jmh.log"),
            stop);
    if (progress.hasNext()) {
      forks.shareClasses(listener);
    }
    while (progress.hasNext() && !stop.isRequested()) {
      PlannedFork next = progress.next();
      listener.forkStarted(
          next.scenario(), next.sequence(), progress.total(), progress.remaining());
      ForkRecord record = measured(forks, next, program).orElse(null);
      if (record == null) {
        break;
      }
      journal.append(record);
      progress.finished(next, record);
      listener.forkFinished(record, next.sequence(), progress.total());
      tellFailure(record, listener);
    }
    RunEnd end = progress.hasNext() ? RunEnd.INTERRUPTED : RunEnd.FINISHED;
    journal.appendEnd(end);
    return new RunOutcome(end, progress.finishedForks(), progress.failures());
  }

  /** A fork that began with the run's program and ended with it: else its record tells nothing. */
  private static Optional<ForkRecord> measured(
      ForkRunner forks, PlannedFork next, ProgramJars program) throws IOException {
    program.requireUnchanged();
    try {
      Optional<ForkRecord> record = forks.run(next);
      program.requireUnchanged();
      return record;
    } catch (IOException | RuntimeException | LinkageError e) {
      // What JMH and the class loader read from the jar is another build's.
      program.requireUnchanged();
      throw e;
    }
  }

  private static void tellFailure(ForkRecord record, RunListener listener) {
    FailureRecord failure = record.failure();
    if (failure != null) {
      listener.message(record.scenarioId() + " failed: " + failure.message());
    }
  }

  private static void tellChanges(
      JournalContents contents, Environment environment, RunListener listener) {
    List<Environment> earlier = contents.resumedOn();
    Environment before =
        earlier.isEmpty() ? contents.header().environment() : earlier.get(earlier.size() - 1);
    List<String> changes = EnvironmentFacts.changes(before, environment);
    if (!changes.isEmpty()) {
      listener.message(
          "The environment has changed since the run was interrupted: "
              + String.join("; ", changes));
    }
  }
}
