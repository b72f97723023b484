package bridgebench.cli.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes files on a thread of its own, until it is closed. */
final class SideTask implements AutoCloseable {
  private final CompletableFuture<Void> writing;

  private SideTask(CompletableFuture<Void> writing) {
    this.writing = writing;
  }

  /** What is written. */
  interface Writing {
    void write() throws IOException;
  }

  static SideTask start(Writing files) {
    return new SideTask(CompletableFuture.runAsync(() -> unchecked(files), SideTask::onOwnThread));
  }

  /** Waits until all is written, and fails as the writing did. */
  @Override
  public void close() throws IOException {
    try {
      writing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw e;
    }
  }

  private static void unchecked(Writing files) {
    try {
      files.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // No daemon: a program that ends while files are written leaves whole ones.
  private static void onOwnThread(Runnable work) {
    new Thread(work, "bridgebench-derived-files").start();
  }
}
