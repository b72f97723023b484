package bridgebench.bridge.task;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the JVM feeds a worker while it reads the answers: one implementation for each writer. */
interface TaskRunner extends AutoCloseable {

  /**
   * Runs one task to its trailer.
   *
   * @throws IOException for what went wrong on the channel
   * @throws RuntimeException for a wrong result, or what encoder and decoder throw
   */
  void run(long taskNumber) throws IOException;

  /**
   * What the writer's own thread took of the task before; null where the reader's thread writes.
   */
  default @Nullable WriterTime writerTime() {
    return null;
  }

  /** Ends what the runner itself started; the worker stays. */
  @Override
  default void close() throws IOException {}
}
