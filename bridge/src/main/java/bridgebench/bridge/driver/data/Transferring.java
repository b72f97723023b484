package bridgebench.bridge.driver.data;

import bridgebench.bridge.clock.AllocatedBytes;
import bridgebench.bridge.transport.Connection;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What runs beside the call that asked for it: waits for the peer, moves rows, and keeps how it
 * ended. Closing it wakes it up wherever it waits.
 */
abstract class Transferring implements AutoCloseable {

  private static final long END_MILLIS = 2_000;

  private final DataPlace place;
  private final CompletableFuture<Transfer> result = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  Transferring(DataPlace place, String name) {
    this.place = place;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  final void begin() {
    thread.start();
  }

  /** How to get to the socket, as JSON. */
  public final String address() {
    return place.address();
  }

  /** Bytes that have crossed so far. */
  public abstract long movedBytes();

  /** Moves the rows over this connection. */
  abstract Transfer move(Connection with) throws IOException;

  /** Frees the memory that rows crossed through, or would have. */
  abstract void release();

  /**
   * Waits until all rows have crossed.
   *
   * @throws IOException when they have not, with the cause
   */
  public final Transfer await() throws IOException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while rows crossed", e);
    }
  }

  /** Why no rows cross any more; null while they do, or when all have. */
  public final @Nullable Throwable failure() {
    return result.handle((transfer, failure) -> failure).getNow(null);
  }

  @Override
  public final void close() {
    closed = true;
    place.close();
    closeConnection();
    if (Thread.currentThread() != thread) {
      try {
        TimeUnit.MILLISECONDS.timedJoin(thread, END_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits a little for the end of a transfer whose last byte Python has read. */
  final @Nullable Transfer ended() {
    try {
      return result.get(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  // Throwable: an OutOfMemoryError is the failure of this transfer, and must be told.
  private void run() {
    Transfer transfer = null;
    Throwable failure = null;
    try {
      transfer = moveToWhoComes();
    } catch (Throwable e) {
      failure = e;
      // Before Python sees its socket close: whoever asks why then must find the answer.
      result.completeExceptionally(e);
    }
    place.close();
    closeConnection();
    AllocatedBytes.threadEnds();
    if (failure == null) {
      result.complete(transfer);
    }
  }

  private Transfer moveToWhoComes() throws IOException {
    try {
      Connection with = place.await();
      connection = with;
      place.close();
      if (closed) {
        throw new IOException("closed before rows crossed");
      }
      return move(with);
    } finally {
      release();
    }
  }

  private void closeConnection() {
    Connection open = connection;
    if (open != null) {
      try {
        open.transport().close();
      } catch (IOException e) {
        // The peer went first.
      }
    }
  }
}
