package bridgebench.jmh.runner;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what it is told; a test may act on a fork's start. */
final class RecordingListener implements RunListener {
  final List<String> started = new ArrayList<>();
  final List<ForkRecord> finished = new ArrayList<>();
  final List<String> messages = new ArrayList<>();
  private final Consumer<Integer> onStart;

  RecordingListener() {
    this(index -> {});
  }

  RecordingListener(Consumer<Integer> onStart) {
    this.onStart = onStart;
  }

  @Override
  public void forkStarted(Scenario scenario, int index, int total, Duration remaining) {
    started.add(scenario.id());
    onStart.accept(index);
  }

  @Override
  public void forkFinished(ForkRecord fork, int index, int total) {
    finished.add(fork);
  }

  @Override
  public void message(String text) {
    messages.add(text);
  }
}
