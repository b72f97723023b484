package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.transport.NobodyCameException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts failures in words: what was expected, what came, how the process ended, and what it said.
 *
 * @param label the scenario
 */
record Faults(String label) {

  private static final long ENDING_MILLIS = 1_000;
  private static final long LAST_WORDS_MILLIS = 500;

  /**
   * @param end ends the process if it still runs
   */
  BridgeException explain(
      PythonProcess process, WorkerWatch watch, Throwable failure, String doing, Runnable end) {
    if (failure instanceof BridgeException known) {
      end.run();
      return withContext(process, known, doing);
    }
    if (watch.expired()) {
      return deadline(process, watch, failure, doing, end);
    }
    if (failure instanceof ClosedByInterruptException) {
      end.run();
      return exception(Kind.INTERRUPTED, process, "interrupted", doing, failure, "");
    }
    if (failure instanceof PythonError error) {
      return python(process, error, doing, end);
    }
    if (failure instanceof NobodyCameException nobody) {
      return nobody(process, nobody, doing, end);
    }
    if (failure instanceof FrameException frame && !frame.channelEnded()) {
      end.run();
      return exception(
          Kind.PROTOCOL, process, String.valueOf(frame.getMessage()), doing, frame, PROTOCOL_HINT);
    }
    if (failure instanceof IOException channel) {
      return died(process, channel, doing, end);
    }
    end.run();
    return exception(Kind.JVM, process, failure.toString(), doing, failure, "");
  }

  private static final String PROTOCOL_HINT =
      "; something other than frames reached the stream, or the Python package is not this"
          + " program's";

  private BridgeException withContext(PythonProcess process, BridgeException known, String doing) {
    String message = String.valueOf(known.getMessage());
    return message.contains(where(process))
        ? known
        : new BridgeException(
            known.kind(),
            doing + ": " + message + where(process),
            Stream.of(known.detail(), lastWords(process))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")),
            known);
  }

  private BridgeException deadline(
      PythonProcess process, WorkerWatch watch, Throwable failure, String doing, Runnable end) {
    String stack = watch.stack();
    end.run();
    String message =
        doing
            + ": nothing moved between the JVM and the worker for "
            + watch.patience().toMillis() / 1000.0
            + " s"
            + where(process)
            + "; the worker was killed; if the function may take longer, raise the deadline";
    String detail = stack.isEmpty() ? lastWords(process) : "Where Python was:\n" + stack;
    return new BridgeException(Kind.DEADLINE, message, detail, failure);
  }

  private BridgeException python(
      PythonProcess process, PythonError error, String doing, Runnable end) {
    end.run();
    String message = doing + ": Python raised " + error.getMessage() + where(process);
    return new BridgeException(Kind.PYTHON_EXCEPTION, message, error.traceback(), error);
  }

  private BridgeException nobody(
      PythonProcess process, NobodyCameException nobody, String doing, Runnable end) {
    if (!process.alive()) {
      return died(process, nobody, doing, end);
    }
    end.run();
    Kind kind = nobody.turnedAway() > 0 ? Kind.WRONG_SECRET : Kind.DEADLINE;
    return exception(kind, process, String.valueOf(nobody.getMessage()), doing, nobody, "");
  }

  private BridgeException died(
      PythonProcess process, IOException failure, String doing, Runnable end) {
    boolean ended = process.awaitEnd(ENDING_MILLIS);
    String how =
        ended
            ? "the worker ended, " + process.ending()
            : "the worker closed its channel and was still running";
    end.run();
    String words = lastWords(process);
    String hint = words.isEmpty() ? "; it said nothing on stderr" : "; see its stderr";
    String message = doing + ": " + how + "; " + whatCame(failure) + where(process) + hint;
    return new BridgeException(Kind.WORKER_DIED, message, words, failure);
  }

  private BridgeException exception(
      Kind kind,
      PythonProcess process,
      String message,
      String doing,
      Throwable cause,
      String hint) {
    return new BridgeException(
        kind, doing + ": " + message + where(process) + hint, lastWords(process), cause);
  }

  private String where(PythonProcess process) {
    return " (pid " + process.pid() + ", scenario " + label + ")";
  }

  private static String whatCame(IOException failure) {
    if (failure instanceof ClosedChannelException) {
      return "expected frames, got a closed channel";
    }
    String message = failure.getMessage();
    return failure instanceof FrameException || failure instanceof NobodyCameException
        ? String.valueOf(message)
        : "expected frames, got " + (message == null ? failure.toString() : message);
  }

  private static String lastWords(PythonProcess process) {
    process.stderr().awaitEnd(LAST_WORDS_MILLIS);
    String said = process.stderr().text().strip();
    return said.isEmpty() ? "" : "The worker's stderr:\n" + said;
  }
}
