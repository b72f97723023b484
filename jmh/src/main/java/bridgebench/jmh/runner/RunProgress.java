package bridgebench.jmh.runner;

import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Which forks of a plan are done, which are still to come, and which are not worth starting. */
final class RunProgress {
  private final int total;
  private final Deque<PlannedFork> toCome = new ArrayDeque<>();
  private final Map<String, FailureRecord> failures = new LinkedHashMap<>();
  private final TimeEstimate estimate = new TimeEstimate();
  private int finishedForks;

  RunProgress(List<PlannedFork> plan, List<ForkRecord> done) {
    total = plan.size();
    Set<ForkName> names = new HashSet<>();
    for (ForkRecord record : done) {
      names.add(new ForkName(record.scenarioId(), record.fork()));
      noteFailure(record);
    }
    finishedForks = done.size();
    plan.stream()
        .filter(fork -> !names.contains(new ForkName(fork.scenario().id(), fork.fork())))
        .forEach(toCome::add);
    skipFailed();
  }

  private record ForkName(String scenarioId, int fork) {}

  int total() {
    return total;
  }

  boolean hasNext() {
    return !toCome.isEmpty();
  }

  /** The next fork; it stays next until it is finished. */
  PlannedFork next() {
    PlannedFork next = toCome.peek();
    if (next == null) {
      throw new NoSuchElementException("every fork is done");
    }
    return next;
  }

  void finished(PlannedFork fork, ForkRecord record) {
    toCome.remove(fork);
    finishedForks++;
    noteFailure(record);
    skipFailed();
    if (record.failure() == null) {
      estimate.forkTook(fork, record.elapsedNanos());
    }
  }

  int finishedForks() {
    return finishedForks;
  }

  Map<String, FailureRecord> failures() {
    return Collections.unmodifiableMap(failures);
  }

  Duration remaining() {
    return estimate.remaining(List.copyOf(toCome));
  }

  private void noteFailure(ForkRecord record) {
    FailureRecord failure = record.failure();
    if (failure != null) {
      failures.putIfAbsent(record.scenarioId(), failure);
    }
  }

  private void skipFailed() {
    toCome.removeIf(fork -> failures.containsKey(fork.scenario().id()));
  }
}
