package bridgebench.bridge.task;

import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.clock.ThreadUsage;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.transport.Transport;
import bridgebench.bridge.worker.Worker;
import bridgebench.scenarios.model.WriterKind;
import bridgebench.scenarios.run.Actor;
import bridgebench.scenarios.run.Stage;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks of one connected worker that has been set up, one after the other. */
final class RowTasks implements AutoCloseable {

  /** What all workers of a session share. */
  record Shared(
      BatchEncoder encoder,
      BatchDecoder decoder,
      Batches batches,
      WriterKind writer,
      boolean flushEachBatch,
      boolean stages,
      @Nullable Latencies latencies,
      Pace pace,
      WriterThread writerThread) {}

  private final Worker worker;
  private final Shared shared;
  private final StageClock readerClock;
  private final StageClock writerClock;
  private final Receiver receiver;
  private final TaskRunner runner;
  private final ThreadUsage usage = new ThreadUsage();

  RowTasks(Worker worker, Shared shared) throws IOException {
    this.worker = worker;
    this.shared = shared;
    boolean twoThreads = shared.writer() == WriterKind.THREAD;
    readerClock = new StageClock(shared.stages());
    writerClock = twoThreads ? new StageClock(shared.stages()) : readerClock;
    Sender sender =
        new Sender(
            worker.writer(),
            shared.encoder(),
            shared.batches(),
            shared.flushEachBatch(),
            writerClock,
            shared.latencies(),
            shared.pace());
    receiver =
        new Receiver(worker, shared.decoder(), shared.batches(), readerClock, shared.latencies());
    runner =
        switch (shared.writer()) {
          case THREAD ->
              new ThreadedTask(sender, receiver, worker.transport(), shared.writerThread());
          case LOCKSTEP -> new LockstepTask(sender, receiver);
          case SELECTOR -> new SelectorTask(sender, receiver, socket(worker.transport()));
        };
  }

  private static SocketChannel socket(Transport transport) {
    if (transport.toWorker() instanceof SocketChannel channel) {
      return channel;
    }
    throw new IllegalArgumentException(
        "writer 'selector' needs a socket: expected transport tcp or unix, got a pipe, which the JVM"
            + " cannot select on");
  }

  /** Switches stages and latencies, as far as there are any, for the tasks that follow. */
  void record(boolean on) {
    boolean stages = shared.stages() && on;
    readerClock.turn(stages);
    writerClock.turn(stages);
    if (shared.latencies() != null) {
      shared.latencies().turn(on);
    }
  }

  /**
   * Runs one task.
   *
   * @param beginNanos when the task's time began, if before this call
   */
  TaskReport run(long taskNumber, long beginNanos) {
    long sentBefore = worker.writer().writtenBytes();
    long receivedBefore = worker.reader().readBytes();
    worker.expectMoves();
    try {
      // The wall is read outside of the usage: CPU and waiting for a core never exceed it.
      long start = System.nanoTime();
      if (readerClock.on()) {
        usage.start();
      }
      readerClock.start();
      runner.run(taskNumber);
      long end = System.nanoTime();
      if (readerClock.on()) {
        usage.stop();
      }
      return report(
          end - beginNanos,
          System.nanoTime() - start,
          worker.writer().writtenBytes() - sentBefore,
          worker.reader().readBytes() - receivedBefore);
    } catch (IOException | RuntimeException | Error e) {
      throw worker.explain(e, "in task " + taskNumber);
    } finally {
      worker.expectNothing();
    }
  }

  /** When the first batch of the task before had come back, on the JVM's clock. */
  long firstAnswerNanos() {
    return receiver.firstAnswerNanos();
  }

  @Override
  public void close() {
    usage.close();
    try {
      runner.close();
    } catch (IOException e) {
      // A selector that will not close holds nothing of the task's.
    }
  }

  private TaskReport report(long durationNanos, long wallNanos, long sent, long received)
      throws IOException {
    byte[] trailerBody = receiver.trailer();
    if (trailerBody == null) {
      throw new IllegalStateException("a task ended without its trailer");
    }
    Batches batches = shared.batches();
    Trailer trailer = Trailer.read(trailerBody, batches.rows(), batches.count());
    Map<String, Long> stageNanos = new LinkedHashMap<>();
    Map<String, Long> walls = new LinkedHashMap<>();
    Map<String, Long> cpus = new LinkedHashMap<>();
    Map<String, Long> delays = new LinkedHashMap<>();
    Map<String, Long> memory = new LinkedHashMap<>();
    if (readerClock.on()) {
      addThreads(stageNanos, walls, cpus, delays, wallNanos);
      trailer.addStages(stageNanos);
      trailer.add(walls, "wallNanos");
      trailer.add(cpus, "cpuNanos");
      trailer.add(delays, "runQueueNanos");
      trailer.addMemory(memory);
    }
    return new TaskReport(
        batches.rows(),
        batches.count(),
        sent,
        received,
        durationNanos,
        stageNanos,
        walls,
        cpus,
        delays,
        memory,
        shared.decoder().checksum());
  }

  private void addThreads(
      Map<String, Long> stageNanos,
      Map<String, Long> walls,
      Map<String, Long> cpus,
      Map<String, Long> delays,
      long wallNanos) {
    String reader = Actor.JVM_READER.word();
    String writer = Actor.JVM_WRITER.word();
    readerClock.addTo(stageNanos);
    cpus.put(reader, usage.cpuNanos());
    delays.put(reader, usage.runQueueNanos());
    WriterTime ownThread = runner.writerTime();
    if (ownThread != null) {
      writerClock.addTo(stageNanos);
      walls.put(writer, ownThread.wallNanos());
      walls.put(reader, wallNanos);
      cpus.put(writer, ownThread.cpuNanos());
      delays.put(writer, ownThread.runQueueNanos());
    } else {
      long writing = readerClock.nanos(Stage.JVM_ENCODE) + readerClock.nanos(Stage.JVM_WRITE);
      walls.put(writer, writing);
      walls.put(reader, wallNanos - writing);
    }
  }
}
