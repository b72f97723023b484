package bridgebench.bridge.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Drains a process's stderr for as long as it lives, and keeps the beginning and the end of what it
 * said: a full pipe would stop the process in the middle of a batch.
 */
final class StderrTail {

  private static final int HEAD_BYTES = 8 * 1024;
  private static final int TAIL_BYTES = 32 * 1024;

  private final byte[] head = new byte[HEAD_BYTES];
  private final byte[] tail = new byte[TAIL_BYTES];
  private final Thread drain;
  private long total;

  private StderrTail(InputStream stderr, long pid) {
    drain = new Thread(() -> drain(stderr), "bridgebench-stderr-" + pid);
    drain.setDaemon(true);
  }

  static StderrTail of(Process process) {
    StderrTail tail = new StderrTail(process.getErrorStream(), process.pid());
    tail.drain.start();
    return tail;
  }

  /** How many bytes have come so far; a place to read on from with {@link #textSince}. */
  synchronized long bytes() {
    return total;
  }

  /** Beginning and end of everything that was said. */
  synchronized String text() {
    int headBytes = (int) Math.min(total, HEAD_BYTES);
    String beginning = new String(head, 0, headBytes, StandardCharsets.UTF_8);
    if (total <= HEAD_BYTES) {
      return beginning;
    }
    long leftOut = total - HEAD_BYTES - TAIL_BYTES;
    String gap = leftOut > 0 ? "\n[… " + leftOut + " bytes left out …]\n" : "";
    return beginning + gap + textSince(Math.max(HEAD_BYTES, total - TAIL_BYTES));
  }

  /** What was said since then, as far as it is kept. */
  synchronized String textSince(long from) {
    long start = Math.max(from, total - TAIL_BYTES);
    byte[] bytes = new byte[(int) (total - start)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = tail[(int) ((start + i) % TAIL_BYTES)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Waits until the process has closed its stderr, at most this long. */
  void awaitEnd(long millis) {
    try {
      TimeUnit.MILLISECONDS.timedJoin(drain, millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain(InputStream stderr) {
    byte[] chunk = new byte[8 * 1024];
    try (stderr) {
      for (int read = stderr.read(chunk); read >= 0; read = stderr.read(chunk)) {
        keep(chunk, read);
      }
    } catch (IOException e) {
      // The process ended and its pipe with it.
    }
  }

  private synchronized void keep(byte[] chunk, int count) {
    for (int i = 0; i < count; i++) {
      if (total < HEAD_BYTES) {
        head[(int) total] = chunk[i];
      }
      tail[(int) (total % TAIL_BYTES)] = chunk[i];
      total++;
    }
    notifyAll();
  }

  /** Waits until something was said after this place and then nothing for a while. */
  String awaitWords(long from, long millis, long quietMillis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (this) {
      long seen = total;
      while (System.nanoTime() < end) {
        try {
          wait(quietMillis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
        if (total == seen && total > from) {
          break;
        }
        seen = total;
      }
      return textSince(from);
    }
  }
}
