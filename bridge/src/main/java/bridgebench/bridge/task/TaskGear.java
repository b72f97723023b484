package bridgebench.bridge.task;

import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.worker.Worker;
import bridgebench.scenarios.model.WriterKind;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all workers of a session share: encoder and decoder with their memory, and the writer's
 * thread. Tasks hold a lock while they use it, so that memory is never freed under a thread that
 * reads or writes it when the program's end closes a session in the middle of a task.
 */
final class TaskGear implements AutoCloseable {

  private final SharedUse use = new SharedUse();
  private final BatchEncoder encoder;
  private final BatchDecoder decoder;
  private final WriterThread writerThread = new WriterThread("bridgebench-writer");
  private final RowTasks.Shared shared;
  private @Nullable RowTasks kept;

  /**
   * The gear of a plan's tasks.
   *
   * @param stages whether stages are marked
   * @param latencies where batches' latencies go; null when none are recorded
   */
  TaskGear(RowPlan plan, WriterKind writer, boolean stages, @Nullable Latencies latencies) {
    this.encoder = plan.encoder();
    this.decoder = plan.decoder();
    this.shared =
        new RowTasks.Shared(
            encoder,
            decoder,
            plan.batches(),
            writer,
            plan.flushEachBatch(),
            stages,
            latencies,
            plan.pace(),
            writerThread);
  }

  @Nullable Latencies latencies() {
    return shared.latencies();
  }

  /** Tasks of this worker. */
  RowTasks tasksOf(Worker worker) {
    try {
      return new RowTasks(worker, shared);
    } catch (IOException | IllegalArgumentException e) {
      throw worker.explain(e, "while preparing its channel");
    }
  }

  /** Keeps the tasks of a worker that is used again; they are closed with this. */
  RowTasks keep(RowTasks tasks) {
    kept = tasks;
    return tasks;
  }

  /**
   * Runs tasks that use the gear.
   *
   * @throws IllegalStateException when it has been closed
   */
  <T> T using(Supplier<T> work) {
    return use.during(work);
  }

  /**
   * Frees everything; to be called once the workers have ended, for then a task that is under way
   * on another thread ends too. If it does not, its memory is left to it.
   */
  @Override
  public void close() {
    use.end(this::free);
  }

  private void free() {
    if (kept != null) {
      kept.close();
    }
    if (writerThread.end()) {
      encoder.close();
      decoder.close();
    }
  }
}
