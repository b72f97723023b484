package bridgebench.bridge.task;

import bridgebench.bridge.worker.PythonError;
import java.io.IOException;

/** A write fails when the worker has stopped reading; why it did may already be on its way. */
final class WriteFailure {

  private WriteFailure() {}

  /** What the worker says before its channel ends, or the failure itself. */
  static IOException explainedBy(Receiver receiver, IOException failure) {
    try {
      receiver.untilTrailer();
    } catch (PythonError said) {
      return said;
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
