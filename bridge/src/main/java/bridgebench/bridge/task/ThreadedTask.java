package bridgebench.bridge.task;

import bridgebench.bridge.clock.ThreadUsage;
import bridgebench.bridge.transport.Transport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A writer thread runs ahead while the calling thread reads. When either fails the other is ended
 * before the failure is told: the writer never outlives the buffers it writes from.
 */
final class ThreadedTask implements TaskRunner {

  private final Sender sender;
  private final Receiver receiver;
  private final Transport transport;
  private final WriterThread writerThread;
  private final ThreadUsage writerUsage = new ThreadUsage();

  private volatile boolean stopped;
  private long writerWallNanos;

  /**
   * @param writerThread of the session; outlives this
   */
  ThreadedTask(Sender sender, Receiver receiver, Transport transport, WriterThread writerThread) {
    this.sender = sender;
    this.receiver = receiver;
    this.transport = transport;
    this.writerThread = writerThread;
  }

  @Override
  public WriterTime writerTime() {
    return new WriterTime(writerWallNanos, writerUsage.cpuNanos(), writerUsage.runQueueNanos());
  }

  @Override
  public void run(long taskNumber) throws IOException {
    receiver.begin();
    stopped = false;
    writerThread.begin(() -> write(taskNumber));
    Throwable readFailure = read();
    Throwable writeFailure = writerThread.awaitEnd();
    throwFirst(readFailure, writeFailure);
  }

  @Override
  public void close() {
    writerUsage.close();
  }

  private @Nullable Throwable read() {
    try {
      receiver.untilTrailer();
      return null;
    } catch (IOException | RuntimeException | Error e) {
      stopped = true;
      endChannel();
      return e;
    }
  }

  private void write(long taskNumber) throws IOException {
    try {
      if (sender.clock().on()) {
        writeTimed(taskNumber);
      } else {
        writeAll(taskNumber);
      }
    } catch (RuntimeException | Error e) {
      // Nothing more will be sent, so nothing more would come: the reader must not wait for it.
      endChannel();
      throw e;
    }
  }

  private void writeTimed(long taskNumber) throws IOException {
    // The wall is read outside of the usage: a core lost between the two readings then lengthens
    // both, and CPU and waiting never exceed it.
    long begin = System.nanoTime();
    writerUsage.start();
    sender.clock().start();
    writeAll(taskNumber);
    writerUsage.stop();
    writerWallNanos = System.nanoTime() - begin;
  }

  private void writeAll(long taskNumber) throws IOException {
    sender.begin(taskNumber);
    while (sender.hasMore() && !stopped) {
      sender.batch();
    }
    sender.end();
  }

  private void endChannel() {
    try {
      transport.close();
    } catch (IOException e) {
      // It had ended already.
    }
  }

  // A failed write is only the echo of what the reader saw; anything else that the writer threw
  // is the cause of what the reader saw.
  private static void throwFirst(@Nullable Throwable read, @Nullable Throwable write)
      throws IOException {
    Throwable first =
        write == null || (read != null && write instanceof IOException) ? read : write;
    if (first == null) {
      return;
    }
    Throwable other = first == read ? write : read;
    if (other != null && other != first) {
      first.addSuppressed(other);
    }
    if (first instanceof IOException channel) {
      throw channel;
    }
    if (first instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) first;
  }
}
